package id.capaian.people.control;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a cell without what nobody sees: blanks around it, blanks of other kinds, marks of spreadsheets. */
final class CellText {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]");
    /** How a text file keeps a spreadsheet from taking digits for an amount. */
    private static final Pattern FORCED_TEXT = Pattern.compile("=\"([^\"]*)\"");
    private static final Pattern MARKED_TEXT = Pattern.compile("'[0-9+=@-].*");
    private static final Pattern NOTHING = Pattern.compile("[-\\u2013\\u2014]|NULL|null");

    private CellText() {
    }

    /** The text; empty when the cell says that there is none ({@code -}, {@code NULL}). */
    static String of(String written) {
        String text = isPlain(written) ? written
                : BLANKS.matcher(UNSEEN.matcher(written).replaceAll("")).replaceAll(" ").strip();
        return text.length() < 5 && NOTHING.matcher(text).matches() ? "" : text;
    }

    /** The text of a cell of a text file, without what marks it as text. */
    static String ofCsv(String written) {
        String text = of(written);
        if (text.isEmpty()) {
            return text;
        }
        if (text.charAt(0) == '=') {
            Matcher forced = FORCED_TEXT.matcher(text);
            return forced.matches() ? of(forced.group(1)) : text;
        }
        return text.charAt(0) == '\'' && MARKED_TEXT.matcher(text).matches() ? of(text.substring(1)) : text;
    }

    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean blank = character == ' ';
            if (character < ' ' || character == '\u00A0' || character == '\u00AD' || character >= '\u2000'
                    || blank && before == ' ') {
                return false;
            }
            before = character;
        }
        return text.isEmpty() || before != ' ';
    }
}

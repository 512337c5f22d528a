package id.capaian.people.control;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways a golongan is written: {@code III/a}, {@code III.A}, {@code IIIa}, the code 31. Codes are those of civil
 * servants with a NIP only; grades of PPPK are numbers themselves, 11 among them (domain.md 12.4).
 */
final class RankGrade {

    private static final Pattern WRITTEN = Pattern.compile("(I{1,3}|IV)[/. -]?([A-E])");
    private static final Pattern CODE = Pattern.compile("([1-4])([1-5])");
    private static final Map<String, String> ROMAN = Map.of("1", "I", "2", "II", "3", "III", "4", "IV");

    private RankGrade() {
    }

    /**
     * As {@code III/a}; whatever else it is stays as it is. Null for null.
     *
     * @param coded whether two digits are a code, as they are for who has a NIP
     */
    static String written(String text, boolean coded) {
        if (text == null) {
            return null;
        }
        Matcher found = WRITTEN.matcher(text.toUpperCase(Locale.ROOT));
        if (found.matches()) {
            return found.group(1) + '/' + found.group(2).toLowerCase(Locale.ROOT);
        }
        found = CODE.matcher(text);
        return coded && found.matches()
                ? ROMAN.get(found.group(1)) + '/' + (char) ('a' + found.group(2).charAt(0) - '1') : text;
    }
}

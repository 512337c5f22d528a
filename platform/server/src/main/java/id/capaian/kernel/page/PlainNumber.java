package id.capaian.kernel.page;

import java.util.regex.Pattern;

/**
 * Numbers as people write them: {@code 5.200}, {@code 83,6} and {@code 83.6} all mean what they look like here. One
 * reading for forms and files; only files, which programs write too, must not leave open what a point means.
 */
public final class PlainNumber {

    private static final Pattern GROUPED = Pattern.compile("-?[1-9]\\d{0,2}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern WITH_COMMA = Pattern.compile("-?\\d+,\\d+");

    private PlainNumber() {
    }

    /**
     * With a decimal point and no grouping: a comma is always decimal; points group where three digits follow each.
     * What is written otherwise, such as {@code 1,234.5}, stays as it is and is no number then.
     */
    public static String of(String written) {
        String compact = compact(written);
        if (GROUPED.matcher(compact).matches()) {
            return compact.replace(".", "").replace(',', '.');
        }
        return WITH_COMMA.matcher(compact).matches() ? compact.replace(',', '.') : compact;
    }

    /** Whether a file's number could mean two things: {@code 5.200}, five thousand to people here, 5.2 to programs. */
    public static boolean isAmbiguous(String written) {
        String compact = compact(written);
        return compact.indexOf(',') < 0 && GROUPED.matcher(compact).matches();
    }

    private static String compact(String written) {
        return written.replace(" ", "").replace("\u00A0", "");
    }
}

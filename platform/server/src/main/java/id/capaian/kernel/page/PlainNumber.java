package id.capaian.kernel.page;

/** Numbers as people type them: {@code 5.200}, {@code 83,6} and {@code 83.6} all mean what they look like here. */
public final class PlainNumber {

    private PlainNumber() {
    }

    /** With a decimal point and no grouping: a comma is always decimal; a point groups where three digits follow it. */
    public static String of(String written) {
        String compact = written.replace(" ", "").replace("\u00A0", "");
        if (compact.indexOf(',') >= 0) {
            return compact.replace(".", "").replace(',', '.');
        }
        return compact.matches("-?[1-9]\\d{0,2}(\\.\\d{3})+") ? compact.replace(".", "") : compact;
    }
}

package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kernel's sentences, in both languages, with decimals written as each language writes them. */
final class Words {

    static final LocalizedText NO_INDICATORS = new LocalizedText(
            "Tidak ada indikator dari set indikator di dalam SKP.",
            "The plan has no indicator of an indicator set.");
    static final LocalizedText MISSING = new LocalizedText(
            "Belum ada nilai pada periode ini; tidak dihitung.",
            "No value in this period; left out.");

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private Words() {
    }

    static LocalizedText badQuality(BigDecimal quality, BigDecimal minimum) {
        return new LocalizedText(
                "Belum layak nilai: mutu data " + comma(quality) + " di bawah " + comma(minimum) + "; tidak dihitung.",
                "Not fit to score: data quality " + plain(quality) + " is below " + plain(minimum) + "; left out.");
    }

    static LocalizedText sampleTooSmall(@Nullable Long sample, long needed) {
        String id = sample == null ? "jumlah responden tidak diketahui" : "responden " + sample;
        String en = sample == null ? "number of answers unknown" : sample + " answers";
        return new LocalizedText(
                "Sampel terlalu kecil: " + id + ", paling sedikit " + needed + "; tidak dihitung.",
                "Sample too small: " + en + ", at least " + needed + " needed; left out.");
    }

    static LocalizedText tooLittleWeight(BigDecimal left, BigDecimal total) {
        return new LocalizedText(
                "Data yang layak nilai hanya mencakup bobot " + comma(left) + " dari " + comma(total)
                        + ", kurang dari setengah.",
                "Data fit to score cover a weight of only " + plain(left) + " of " + plain(total)
                        + ", less than half.");
    }

    static LocalizedText unmarked(List<BehaviourValue> missing) {
        return new LocalizedText(
                "Perilaku kerja belum dinilai lengkap: " + join(missing, INDONESIAN) + ".",
                "Behaviour is not fully marked: " + join(missing, Locale.ENGLISH) + ".");
    }

    static LocalizedText weighted(LocalizedText name) {
        return new LocalizedText("Bobot × capaian: " + name.id(), "Weight × achievement: " + name.en());
    }

    static String achievement(Direction direction, Target target) {
        return switch (direction) {
            case MAX -> "r ÷ " + number(target.value());
            case MIN -> "2 − r ÷ " + number(target.value());
            case RANGE_MAX, RANGE_MIN -> direction + " " + number(target.low()) + ".." + number(target.high());
            case ZERO -> "r = 0";
        };
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "?" : plain(number);
    }

    private static String join(List<BehaviourValue> values, Locale locale) {
        return values.stream().map(value -> value.label().in(locale)).collect(Collectors.joining(", "));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String comma(BigDecimal number) {
        return plain(number).replace('.', ',');
    }
}

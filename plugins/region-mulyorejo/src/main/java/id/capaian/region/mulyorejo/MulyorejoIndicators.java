package id.capaian.region.mulyorejo;

import id.capaian.plugin.api.Aspect;
import id.capaian.plugin.api.Attribution;
import id.capaian.plugin.api.Direction;
import id.capaian.plugin.api.Frequency;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.SampleRule;
import id.capaian.plugin.api.Target;
import id.capaian.plugin.api.WeightedIndicator;
import java.math.BigDecimal;
import java.util.List;

/** Indicators and sets of Mulyorejo. */
final class MulyorejoIndicators {

    /** Discipline, 0-100; in no set. */
    static final String DISCIPLINE = "MUL.DIS";
    /** Team score, 0-120, of the peers' form; in no set. */
    static final String TEAM = "MUL.TEAM";

    private static final LocalizedText PERCENT = text("%", "%");
    private static final LocalizedText RIGHT = text("Data penduduk benar", "Population records are right");
    private static final LocalizedText QUICK = text("Data dan layanan tepat waktu", "Records and services are in time");
    private static final LocalizedText SERVED = text("Warga terlayani", "Residents are served");
    private static final LocalizedText TAUGHT = text("Mutu pengajaran meningkat", "Teaching gets better");
    private static final LocalizedText CONTENT = text("Masyarakat puas dengan sekolah", "The public is satisfied");

    private MulyorejoIndicators() {
    }

    static List<Indicator> all() {
        return List.of(
                own("MUL.ACC", text("Data penduduk yang benar", "Correct population records"), PERCENT,
                        text("Sampel audit terhadap SIAK", "Sampled audit against SIAK"), Frequency.MONTHLY),
                own("MUL.TIM", text("Perekaman dalam standar waktu", "Entered within the standard"), PERCENT,
                        text("Waktu perekaman di sistem", "Time stamps of the system"), Frequency.MONTHLY),
                own("MUL.VOL", text("Layanan yang diselesaikan", "Services done"), text("layanan", "services"),
                        text("Antrean layanan", "Service queue"), Frequency.MONTHLY),
                own(DISCIPLINE, text("Disiplin: 100 dikurangi potongan", "Discipline: 100 minus deductions"),
                        text("0-100", "0-100"), text("Presensi", "Attendance"), Frequency.MONTHLY),
                own(TEAM, text("Kerja sama menurut rekan", "Team score of the peers"), text("0-120", "0-120"),
                        text("Formulir rekan kerja", "Form of peers"), Frequency.YEARLY),
                own("MUL.TCH", text("Indeks mutu pengajaran", "Teaching quality index"), text("0-100", "0-100"),
                        text("Catatan supervisi", "Supervision record"), Frequency.QUARTERLY),
                new Indicator("MUL.SAT", text("Kepuasan atas pendidikan (IKM)", "Satisfaction with education (IKM)"),
                        text("IKM 25-100", "IKM 25-100"), Direction.MAX,
                        text("Survei kepuasan masyarakat", "Public satisfaction survey"), Frequency.QUARTERLY,
                        Attribution.SERVICE, SampleRule.PUBLIC, null));
    }

    static List<IndicatorSet> sets() {
        return List.of(
                new IndicatorSet("mulyorejo.population-registration", "population-registration",
                        text("Petugas administrasi kependudukan", "Population registration"), List.of(
                        item("MUL.ACC", "45", "99", RIGHT, Aspect.QUALITY),
                        item("MUL.TIM", "35", "95", QUICK, Aspect.TIME),
                        item("MUL.VOL", "20", "400", SERVED, Aspect.QUANTITY))),
                new IndicatorSet("mulyorejo.teacher", "teacher", text("Guru", "Teachers"), List.of(
                        item("MUL.TCH", "60", "80", TAUGHT, Aspect.QUALITY),
                        item("MUL.SAT", "40", "80", CONTENT, Aspect.QUALITY))),
                new IndicatorSet("mulyorejo.administration", "administration",
                        text("Tenaga administrasi", "Administration"), List.of(
                        item("MUL.TIM", "60", "95", QUICK, Aspect.TIME),
                        item("MUL.VOL", "40", "400", SERVED, Aspect.QUANTITY))));
    }

    /** An indicator of one employee's own work, more being better. */
    private static Indicator own(
            String code, LocalizedText name, LocalizedText unit, LocalizedText source, Frequency frequency) {
        return new Indicator(code, name, unit, Direction.MAX, source, frequency, Attribution.PERSON, SampleRule.NONE,
                null);
    }

    private static WeightedIndicator item(
            String code, String weight, String target, LocalizedText result, Aspect aspect) {
        return new WeightedIndicator(code, new BigDecimal(weight), Target.of(new BigDecimal(target)), result, aspect);
    }

    private static LocalizedText text(String id, String en) {
        return new LocalizedText(id, en);
    }
}

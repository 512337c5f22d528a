package id.capaian.region.tubei;

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

/** Indicators and sets of Tubei. */
final class TubeiIndicators {

    /** Mean of the peers' answers, 1-4; in no set. */
    static final String PEER = "TUB.PEER";
    /** Officers' index of the survey; in no set, its target is a parameter. */
    static final String OFFICERS = "TUB.OFF";

    private static final LocalizedText PERCENT = text("%", "%");
    private static final LocalizedText IKM = text("IKM 25-100", "IKM 25-100");
    private static final LocalizedText SURVEY = text("Survei kepuasan masyarakat", "Public satisfaction survey");
    private static final LocalizedText QUICK = text("Layanan diberikan cepat", "Service is given quickly");
    private static final LocalizedText GOOD = text("Masyarakat puas dengan layanan", "Citizens are satisfied");
    private static final LocalizedText STANDARD = text("Layanan sesuai standar", "Service keeps to the standard");
    private static final LocalizedText GROWTH = text("Kompetensi berkembang", "Competence grows");

    private TubeiIndicators() {
    }

    static List<Indicator> all() {
        return List.of(
                new Indicator("TUB.SPD", text("Median waktu layanan", "Median service time"), text("menit", "minutes"),
                        Direction.MIN, text("Sistem antrean", "Queue system"), Frequency.MONTHLY, Attribution.UNIT,
                        SampleRule.NONE, null),
                new Indicator("TUB.SLA", text("Layanan dalam standar waktu", "Services within the standard"), PERCENT,
                        Direction.MAX, text("Meja layanan", "Service desk"), Frequency.MONTHLY, Attribution.UNIT,
                        SampleRule.NONE, null),
                new Indicator("TUB.SAT", text("Kepuasan masyarakat (IKM)", "Satisfaction of citizens (IKM)"), IKM,
                        Direction.MAX, SURVEY, Frequency.QUARTERLY, Attribution.SERVICE, SampleRule.PUBLIC, null),
                new Indicator(PEER, text("Rata-rata penilaian rekan kerja", "Mean of peers"), text("1-4", "1-4"),
                        Direction.MAX, text("Formulir rekan kerja", "Form of peers"), Frequency.YEARLY,
                        Attribution.PERSON, SampleRule.NONE, null),
                new Indicator(OFFICERS, text("Indeks petugas (U6 dan U7)", "Officers' index (U6 and U7)"), IKM,
                        Direction.MAX, SURVEY, Frequency.QUARTERLY, Attribution.SERVICE, SampleRule.PUBLIC, null),
                new Indicator("TUB.TRN", text("Jam pelatihan sesuai kebutuhan", "Training hours of the need list"),
                        text("JP", "hours"), Direction.MAX, text("Catatan pelatihan", "Training record"),
                        Frequency.QUARTERLY, Attribution.PERSON, SampleRule.NONE, null),
                new Indicator("TUB.GOAL", text("Tujuan pribadi yang tuntas", "Self-set goals closed"), PERCENT,
                        Direction.MAX, text("Formulir tujuan pribadi", "Personal goal form"), Frequency.QUARTERLY,
                        Attribution.PERSON, SampleRule.NONE, null),
                new Indicator("TUB.COV", text("Pegawai yang ikut menyusun indikator", "Staff consulted on indicators"),
                        PERCENT, Direction.MAX, text("Formulir usul indikator", "Indicator proposal form"),
                        Frequency.YEARLY, Attribution.UNIT, SampleRule.NONE, null));
    }

    static List<IndicatorSet> sets() {
        return List.of(
                new IndicatorSet("tubei.front-desk", "front-desk", text("Petugas layanan depan", "Front desk"), List.of(
                        item("TUB.SPD", "40", "20", QUICK, Aspect.TIME),
                        item("TUB.SAT", "40", "80", GOOD, Aspect.QUALITY),
                        item("TUB.SLA", "20", "95", STANDARD, Aspect.TIME))),
                new IndicatorSet("tubei.health", "health", text("Tenaga kesehatan", "Health workers"), List.of(
                        item("TUB.SLA", "40", "95", STANDARD, Aspect.TIME),
                        item("TUB.SAT", "40", "80", GOOD, Aspect.QUALITY),
                        item("TUB.GOAL", "20", "100", GROWTH, Aspect.QUANTITY))),
                new IndicatorSet("tubei.administration", "administration",
                        text("Tenaga administrasi", "Administration"), List.of(
                        item("TUB.SLA", "50", "95", STANDARD, Aspect.TIME),
                        item("TUB.GOAL", "25", "100", GROWTH, Aspect.QUANTITY),
                        item("TUB.TRN", "25", "20", GROWTH, Aspect.QUANTITY))));
    }

    private static WeightedIndicator item(
            String code, String weight, String target, LocalizedText result, Aspect aspect) {
        return new WeightedIndicator(code, new BigDecimal(weight), Target.of(new BigDecimal(target)), result, aspect);
    }

    private static LocalizedText text(String id, String en) {
        return new LocalizedText(id, en);
    }
}

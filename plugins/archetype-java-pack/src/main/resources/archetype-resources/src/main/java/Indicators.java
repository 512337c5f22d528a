package ${package};

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

/** Indicators and sets. */
final class Indicators {

    private Indicators() {
    }

    static List<Indicator> all() {
        return List.of(
                new Indicator("${code}.SLA", text("Layanan selesai tepat waktu", "Services completed in time"),
                        text("%", "%"), Direction.MAX, text("Meja layanan", "Service desk"), Frequency.MONTHLY,
                        Attribution.UNIT, SampleRule.NONE, null),
                new Indicator("${code}.SAT", text("Kepuasan masyarakat (IKM)", "Satisfaction of citizens (IKM)"),
                        text("IKM 25-100", "IKM 25-100"), Direction.MAX,
                        text("Survei kepuasan masyarakat", "Public satisfaction survey"), Frequency.QUARTERLY,
                        Attribution.SERVICE, SampleRule.PUBLIC, null));
    }

    static List<IndicatorSet> sets() {
        return List.of(
                new IndicatorSet("${region}.health", "health", text("Tenaga kesehatan", "Health workers"),
                        List.of(
                                item("${code}.SLA", "60", "95", Aspect.TIME,
                                        text("Layanan diberikan tepat waktu", "Service is given in time")),
                                item("${code}.SAT", "40", "80", Aspect.QUALITY,
                                        text("Masyarakat puas dengan layanan", "Citizens are satisfied")))));
    }

    private static WeightedIndicator item(
            String code, String weight, String target, Aspect aspect, LocalizedText result) {
        return new WeightedIndicator(code, new BigDecimal(weight), Target.of(new BigDecimal(target)), result, aspect);
    }

    private static LocalizedText text(String id, String en) {
        return new LocalizedText(id, en);
    }
}

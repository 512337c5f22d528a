package id.capaian.load.packs;

import id.capaian.plugin.api.Formula;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.api.Subject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Java pack that passes every check and, asked with the fact {@code bad}, never ends. It runs in the host's hands
 * only, from a jar made of this one class.
 */
public final class EndlessPack implements RegionPack {

    static final String ID = "region-endless";
    static final String VERSION = "1.0.0";
    static final String FORMULA = "endless.index@2025";
    static final String BAD = "bad";

    private static final LocalizedText NAME = new LocalizedText("Tanpa akhir", "Without end");

    /** Found by its name. */
    public EndlessPack() {
        // nothing to prepare
    }

    @Override
    public PackDescriptor descriptor() {
        return new PackDescriptor(ID, VERSION, NAME, NAME, List.of(), List.of(), List.of(),
                List.of(new FormulaDescriptor(FORMULA, Subject.UNIT, NAME, NAME, Set.of(), List.of())),
                "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{}}", Parameters.none(), Map.of());
    }

    @Override
    public Formula formula(String id) {
        if (!id.equals(FORMULA)) {
            throw new IllegalArgumentException(id);
        }
        return input -> {
            while (input.facts().containsKey(BAD)) {
                // The host's counted steps end this, nothing else does.
            }
            return new Outcome.Scored(null, null, new BigDecimal("80.00"), List.of(), List.of());
        };
    }
}

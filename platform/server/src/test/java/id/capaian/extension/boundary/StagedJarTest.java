package id.capaian.extension.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.host.PackKey;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a pack's bytes tell without running them. */
class StagedJarTest {

    private static final LocalizedText NAME = new LocalizedText("Uji", "Trial");
    private static final PackKey OLD = new PackKey("region-uji", "1.0.0");
    private static final PackKey NEW = new PackKey("region-uji", "1.1.0");
    private static final PackDescriptor PACK = new PackDescriptor("region-uji", "1.1.0", NAME, NAME, List.of(),
            List.of(), List.of(), List.of(formula("uji.mutu@2025"), formula("uji.tetap@2025"),
            formula("uji.baru@2026")), "{}", Parameters.none(), Map.of());

    @Test
    void listsThePacksOwnExamplesByWhatTheyShow() {
        StagedJar jar = StagedJar.of(JarSample.data(NEW, Map.of("golden/01.json", "{\"name\": \"contoh induk\"}",
                "golden/02.json", "{}", "golden/03.json", "no JSON", "texts/id.json", "{}")));
        assertEquals(List.of("contoh induk", "golden/02.json", "golden/03.json"), jar.examples());
        assertEquals("Bengkel", jar.readable().orElseThrow().provider());
    }

    @Test
    void findsFormulasThatCalculateOtherwiseUnderTheSameId() {
        StagedJar before = StagedJar.of(JarSample.data(OLD, Map.of("formulas/mutu@2025.json", "{\"a\": 1}",
                "formulas/tetap@2025.json", "{}")));
        StagedJar after = StagedJar.of(JarSample.data(NEW, Map.of("formulas/mutu@2025.json", "{\"a\": 2}",
                "formulas/tetap@2025.json", "{}", "formulas/baru@2026.json", "{}")));
        Set<String> rewritten = StagedJar.rewritten(before, after, PACK);
        assertTrue(rewritten.contains("uji.mutu@2025"), rewritten::toString);
        assertTrue(!rewritten.contains("uji.tetap@2025"), rewritten::toString);
    }

    @Test
    void saysNothingOfBytesThatAreNoPack() {
        StagedJar broken = StagedJar.of(JarSample.broken(OLD));
        assertTrue(broken.readable().isEmpty());
        assertEquals(List.of(), broken.examples());
        assertEquals(Set.of(), StagedJar.rewritten(broken, broken, PACK));
    }

    private static FormulaDescriptor formula(String id) {
        return new FormulaDescriptor(id, Subject.PERSON, NAME, NAME, Set.of(), List.of());
    }
}

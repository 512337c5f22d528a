package id.capaian.plugin.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.IndicatorInput;
import id.capaian.plugin.api.IndicatorReading;
import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.api.Step;
import id.capaian.plugin.engine.BytecodeScan;
import id.capaian.plugin.engine.CanonicalInput;
import id.capaian.plugin.engine.CanonicalOutcome;
import id.capaian.plugin.engine.DataPackReader;
import id.capaian.plugin.engine.GoldenResult;
import id.capaian.plugin.engine.GoldenRunner;
import id.capaian.plugin.engine.PackCheck;
import id.capaian.plugin.engine.PackFiles;
import id.capaian.plugin.engine.PackInvalid;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of every pack. A data pack extends it and says nothing more; a Java pack overrides {@link #javaPack()}.
 *
 * <pre>{@code
 * class SamarindaTest extends RegionPackContract { }
 * class TubeiTest extends RegionPackContract {
 *     protected RegionPack javaPack() { return new TubeiPack(); }
 * }
 * }</pre>
 */
public abstract class RegionPackContract {

    private static final int FEWEST_GOLDEN_CASES = 10;
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private PackFiles files;
    private RegionPack pack;

    /** For packs that extend it. */
    protected RegionPackContract() {
        // read before each test, so that no test sees what another left behind
    }

    /** The pack's class, new; null for a data pack. */
    protected @Nullable RegionPack javaPack() {
        return null;
    }

    /** Where the pack's files are after the build has put them together. */
    protected Path directory() {
        return Path.of("target", "classes");
    }

    @BeforeEach
    void readPack() throws PackInvalid {
        files = PackFiles.ofDirectory(directory());
        RegionPack own = javaPack();
        pack = own == null ? DataPackReader.read(files) : own;
    }

    /** Descriptor, forms and texts are complete and fit together. */
    @Test
    void describesItselfCompletely() {
        assertEquals(List.of(), PackCheck.problems(pack, files));
    }

    /** Data packs have no classes; Java packs have an index and use only what is allowed. */
    @Test
    void carriesOnlyAllowedClasses() {
        boolean classes = !files.names("", ".class").isEmpty();
        assertEquals(javaPack() != null, classes, "a data pack has no classes, a Java pack has some");
        assertEquals(classes, files.has("META-INF/extensions.idx"), "META-INF/extensions.idx (annotation processing)");
        assertEquals(List.of(), BytecodeScan.problems(files));
    }

    /** Ids that were released stay, whatever is added. */
    @Test
    void keepsReleasedIds() {
        Set<String> ids = ids(pack.descriptor());
        String released = files.text("released-ids.txt").orElse("");
        List<String> gone = released.lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !ids.contains(line)).toList();
        assertEquals(List.of(), gone, "released ids are never removed or renamed");
    }

    /** The pack's own examples. */
    @TestFactory
    List<DynamicTest> goldenCases() throws PackInvalid {
        List<DynamicTest> tests = new ArrayList<>();
        for (GoldenResult result : GoldenRunner.run(pack, files)) {
            tests.add(DynamicTest.dynamicTest(result.file() + ": " + result.name(),
                    () -> assertEquals("", String.join("\n", result.differences()))));
        }
        return tests;
    }

    /** At least ten examples. */
    @Test
    void hasEnoughGoldenCases() throws PackInvalid {
        int cases = GoldenRunner.run(pack, files).size();
        assertTrue(cases >= FEWEST_GOLDEN_CASES, cases + " golden cases, at least " + FEWEST_GOLDEN_CASES);
    }

    /** Same input, same outcome: twice, shuffled, in another language and time zone, through stored JSON. */
    @Test
    void isDeterministic() throws PackInvalid {
        for (FormulaInput input : GoldenRunner.inputs(pack, files)) {
            String expected = evaluate(input);
            assertEquals(expected, evaluate(input), "the same input twice");
            assertEquals(expected, evaluate(shuffled(input)), "indicators in another order");
            assertEquals(expected, evaluateElsewhere(input), "another locale and time zone");
            String stored = CanonicalInput.write(input);
            assertEquals(stored, CanonicalInput.write(CanonicalInput.read(stored)), "stored input");
            assertEquals(expected, evaluate(CanonicalInput.read(stored)), "computed again from the stored input");
        }
    }

    /** Scores stay in 0..120 with two decimals and steps have names of their own, also with extreme readings. */
    @Test
    void staysInBounds() throws PackInvalid {
        for (FormulaInput input : GoldenRunner.inputs(pack, files)) {
            for (String extreme : List.of("0", "0.01", "1", "100", "1000000")) {
                bounds(outcome(withReadings(input, new BigDecimal(extreme))));
            }
            bounds(outcome(input));
        }
    }

    /** One evaluation takes milliseconds. */
    @Test
    void doesNotOverrun() {
        assertTimeoutPreemptively(DEADLINE, () -> {
            for (FormulaInput input : GoldenRunner.inputs(pack, files)) {
                outcome(input);
            }
        });
    }

    private static Set<String> ids(PackDescriptor descriptor) {
        Set<String> ids = new TreeSet<>();
        descriptor.indicators().forEach(indicator -> ids.add(indicator.code()));
        descriptor.indicatorSets().forEach(set -> ids.add(set.code()));
        descriptor.forms().forEach(form -> ids.add(form.id()));
        descriptor.formulas().forEach(formula -> ids.add(formula.id()));
        return ids;
    }

    private Outcome outcome(FormulaInput input) {
        return pack.formula(input.formulaId()).evaluate(input);
    }

    private String evaluate(FormulaInput input) {
        return CanonicalOutcome.write(outcome(input));
    }

    private String evaluateElsewhere(FormulaInput input) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Jayapura"));
            return evaluate(input);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static FormulaInput shuffled(FormulaInput input) {
        List<IndicatorInput> reversed = new ArrayList<>(input.indicators());
        Collections.reverse(reversed);
        return with(input, reversed);
    }

    private static FormulaInput withReadings(FormulaInput input, BigDecimal value) {
        List<IndicatorInput> changed = new ArrayList<>();
        for (IndicatorInput indicator : input.indicators()) {
            IndicatorReading reading = indicator.reading();
            changed.add(reading == null ? indicator : new IndicatorInput(indicator.code(), indicator.weight(),
                    indicator.direction(), indicator.target(),
                    new IndicatorReading(value, reading.source(), reading.takenAt(), reading.sampleSize(),
                            reading.population(), reading.completeness(), reading.timeliness(), reading.accuracy())));
        }
        return with(input, changed);
    }

    private static FormulaInput with(FormulaInput input, List<IndicatorInput> indicators) {
        return new FormulaInput(input.formulaId(), input.subjectId(), input.period(), input.jobFamily(), indicators,
                input.marks(), input.parameters(), input.facts());
    }

    private static void bounds(Outcome outcome) {
        Set<String> names = new HashSet<>();
        for (Step step : outcome.steps()) {
            assertTrue(names.add(step.name()), "step " + step.name() + " twice");
            assertEquals(2, step.value().scale(), "decimals of step " + step.name());
        }
        if (outcome instanceof Outcome.Scored scored) {
            within("result", scored.result());
            within("behaviour", scored.behaviour());
            within("index", scored.index());
        }
    }

    private static void within(String name, @Nullable BigDecimal score) {
        if (score != null) {
            assertEquals(2, score.scale(), "decimals of " + name);
            assertTrue(score.compareTo(Kernel.clamp(score)) == 0, name + " is outside 0..120: " + score);
        }
    }
}

package id.capaian.plugin.testkit;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.engine.BytecodeScan;
import id.capaian.plugin.engine.DataPackReader;
import id.capaian.plugin.engine.GoldenResult;
import id.capaian.plugin.engine.GoldenRunner;
import id.capaian.plugin.engine.PackCheck;
import id.capaian.plugin.engine.PackFiles;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackParameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of every pack, while it is written. A data pack extends it and says nothing more; a Java pack overrides
 * {@link #javaPack()}. {@link BuiltPackContract} then looks at the jar.
 *
 * <pre>{@code
 * class SamarindaTest extends RegionPackContract { }
 * class TubeiTest extends RegionPackContract {
 *     protected RegionPack javaPack() { return new TubeiPack(); }
 * }
 * }</pre>
 */
public abstract class RegionPackContract {

    private PackFiles files;
    private RegionPack pack;

    /** For packs that extend it. */
    protected RegionPackContract() {
        // read before each test, so that no test sees what another left behind
    }

    /** The pack's class, new each time; null for a data pack. */
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
        pack = fresh();
    }

    /**
     * What the pack makes of one of its examples, for tests of what an example cannot expect: notes and texts.
     *
     * @param golden name of the example's file without folder and ending, e.g. {@code 01-worked-example}
     */
    protected final Outcome outcome(String golden) throws PackInvalid {
        FormulaInput input = GoldenRunner.inputsByFile(pack, files).get("golden/" + golden + ".json");
        assertNotNull(input, () -> "there is no example golden/" + golden + ".json");
        return pack.formula(input.formulaId()).evaluate(input);
    }

    /** What an outcome's flags say about one thing, in English. */
    protected static List<String> told(Outcome outcome, String about) {
        return outcome.flags().stream().filter(flag -> flag.about().equals(about)).map(flag -> flag.text().en())
                .toList();
    }

    private RegionPack fresh() throws PackInvalid {
        RegionPack own = javaPack();
        return own == null ? DataPackReader.read(files) : own;
    }

    private RegionPack another() {
        try {
            return fresh();
        } catch (PackInvalid e) {
            throw new IllegalStateException(e);
        }
    }

    /** Descriptor, forms, documents and texts are complete and fit together. */
    @Test
    void describesItselfCompletely() {
        none(PackCheck.problems(pack, files).stream().map(Object::toString).toList());
    }

    /** Data packs have no classes; Java packs have an index and use only what is allowed. */
    @Test
    void carriesOnlyAllowedClasses() {
        List<String> problems = new ArrayList<>();
        boolean classes = !files.names("", ".class").isEmpty();
        if (classes && javaPack() == null) {
            problems.add("a data pack has no classes → take them out, or override javaPack()");
        }
        if (javaPack() != null && !files.has("META-INF/extensions.idx")) {
            problems.add("META-INF/extensions.idx is missing → annotate the class with @Extension and let the"
                    + " compiler run annotation processors (proc full)");
        }
        BytecodeScan.problems(files).forEach(problem -> problems.add(problem.toString()));
        none(problems);
    }

    /** Ids that were released stay, whatever is added. */
    @Test
    void keepsReleasedIds() {
        none(ReleasedIds.problems(pack.descriptor(), files));
    }

    /** The pack's own examples; one that fails is told as a table. */
    @TestFactory
    List<DynamicTest> goldenCases() throws PackInvalid {
        List<DynamicTest> tests = new ArrayList<>();
        for (GoldenResult result : GoldenRunner.run(pack, files)) {
            tests.add(DynamicTest.dynamicTest(result.file() + ": " + result.name(),
                    () -> assertTrue(result.passed(), () -> "\n" + result.table())));
        }
        return tests;
    }

    /** At least ten examples, for every formula and every set. */
    @Test
    void hasEnoughGoldenCases() throws PackInvalid {
        none(Examples.problems(pack, GoldenRunner.inputsByFile(pack, files)));
    }

    /** Same input, same outcome: twice, loaded anew, shuffled, elsewhere, from stored JSON, by several at once. */
    @Test
    void isDeterministic() throws PackInvalid {
        none(Determinism.problems(this::another, GoldenRunner.inputsByFile(pack, files)));
    }

    /** Scores stay in 0..120 with two decimals, and there is always an answer, whatever people reach and set. */
    @Test
    void staysInBounds() throws PackInvalid {
        none(Bounds.problems(pack, GoldenRunner.inputsByFile(pack, files), PackParameters.edges(pack.descriptor())));
    }

    /** One evaluation takes milliseconds. */
    @Test
    void doesNotOverrun() throws PackInvalid {
        none(Speed.problems(pack, GoldenRunner.inputsByFile(pack, files)));
    }

    static void none(List<String> problems) {
        if (!problems.isEmpty()) {
            fail("\n" + problems.stream().limit(20).collect(Collectors.joining("\n"))
                    + (problems.size() > 20 ? "\n… and " + (problems.size() - 20) + " more" : "") + "\n");
        }
    }
}

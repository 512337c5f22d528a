package id.capaian.plugin.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pf4j.ExtensionPoint;

/** What authors read is right. */
class ApiDocsTest {

    private static final Path SOURCES = Path.of("src/main/java/id/capaian/plugin/api");

    @TempDir
    private Path directory;

    @Test
    void everyPublicTypeHasAnExample() throws IOException {
        List<String> without = new ArrayList<>();
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.sorted().toList()) {
                String text = Files.readString(source);
                int type = text.indexOf("\npublic ");
                if (type >= 0 && !text.substring(0, type).contains("Example:")) {
                    without.add(source.getFileName().toString());
                }
            }
        }
        assertEquals(List.of(), without, "say in the type's description what one looks like: \"Example: …\"");
    }

    @Test
    void theExampleInThePackageDescriptionIsAPackThatRuns() throws Exception {
        compile(example());
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, RegionPack.class.getClassLoader())) {
            RegionPack pack = (RegionPack) loader.loadClass("ExamplePack").getConstructor().newInstance();
            Outcome.Scored scored = (Outcome.Scored) pack.formula("example.plain@2026").evaluate(input(pack));
            assertEquals(new BigDecimal("110.00"), scored.result());
            assertEquals(new BigDecimal("107.00"), scored.index());
        }
    }

    private static String example() throws IOException {
        String text = Files.readString(SOURCES.resolve("package-info.java"));
        String example = text.substring(text.indexOf("<pre>{@code") + 11, text.indexOf("}</pre>"));
        return example.lines().map(line -> line.replaceFirst("^ \\* ?", "")).collect(Collectors.joining("\n"));
    }

    private void compile(String source) throws IOException {
        Path file = Files.writeString(directory.resolve("ExamplePack.java"), source);
        String path = Stream.of(RegionPack.class, ExtensionPoint.class)
                .map(type -> Path.of(uri(type)).toString()).collect(Collectors.joining(java.io.File.pathSeparator));
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17", "-proc:none",
                "-classpath", path, "-d", directory.toString(), file.toString());
        assertEquals(0, result, "the example compiles");
    }

    private static java.net.URI uri(Class<?> type) {
        return java.net.URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString());
    }

    /** Waited 18 minutes against 20, and met what was expected in everything. */
    private static FormulaInput input(RegionPack pack) {
        PackDescriptor descriptor = pack.descriptor();
        WeightedIndicator item = descriptor.set("front-desk").orElseThrow().items().get(0);
        Indicator indicator = descriptor.indicatorsByCode().get(item.code());
        BigDecimal whole = BigDecimal.ONE;
        IndicatorReading reading =
                new IndicatorReading(new BigDecimal("18"), "test", Instant.EPOCH, null, null, whole, whole, whole);
        Map<BehaviourValue, Mark> marks = new EnumMap<>(BehaviourValue.class);
        for (BehaviourValue value : BehaviourValue.values()) {
            marks.put(value, Mark.MEETS);
        }
        assertTrue(descriptor.formula("example.plain@2026").isPresent());
        return new FormulaInput("example.plain@2026", "s",
                new Period("2026", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)), "front-desk",
                List.of(IndicatorInput.inSet(indicator, item.weight(), item.target(), reading)), marks,
                descriptor.parameters(), Map.of());
    }
}

package id.capaian.plugin.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** plugins/README.md says of every requirement of the five regions what delivers it: of all of them, and truly. */
class RequirementsTableTest {

    private static final Path PLUGINS = Path.of("..");
    private static final Path SERVER = PLUGINS.resolve("../platform/server/src/main/java/id/capaian");
    private static final Path API = PLUGINS.resolve("plugin-api/src/main/java/id/capaian");
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]{3}-[0-9]{2}) \\|.*");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

    private static final Map<String, Integer> ASKED =
            new TreeMap<>(Map.of("TSL", 12, "TUB", 12, "PAR", 11, "MUL", 9, "SMD", 12));
    private static final Map<String, String> PACKS = Map.of("TSL", "region-tangerang-selatan", "TUB", "region-tubei",
            "PAR", "region-pariaman", "MUL", "region-mulyorejo", "SMD", "region-samarinda");

    private final List<Row> rows = new ArrayList<>();

    /** A requirement with what the pack and the core deliver, and what is missing. */
    private record Row(String id, String pack, String core, String missing) {

        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            assertEquals(7, cells.length, "cells of: " + line);
            return new Row(cells[1].strip(), cells[3].strip(), cells[4].strip(), cells[5].strip());
        }

        /** A class by its file, forms and documents by the beginning of their files, all else as it is called. */
        boolean has(String file) throws IOException {
            Path main = PLUGINS.resolve(PACKS.get(id.substring(0, 3))).resolve("src/main");
            String end = file.startsWith("forms/") ? ".schema.json" : file.startsWith("documents/") ? ".id.txt" : "";
            return file.endsWith(".java") ? isBelow(main.resolve("java"), file)
                    : Files.exists(main.resolve("resources").resolve(file + end));
        }
    }

    @BeforeEach
    void readTable() throws IOException {
        Files.readAllLines(PLUGINS.resolve("README.md")).stream().filter(line -> ROW.matcher(line).matches())
                .map(Row::of).forEach(rows::add);
    }

    @Test
    void namesEveryRequirementOfTheFiveRegionsOnce() {
        List<String> asked = ASKED.entrySet().stream().flatMap(region -> IntStream.rangeClosed(1, region.getValue())
                .mapToObj(number -> "%s-%02d".formatted(region.getKey(), number))).toList();
        assertEquals(asked, rows.stream().map(Row::id).sorted().toList());
    }

    @Test
    void saysOfEachWhatDeliversItOrThatNothingDoesYet() {
        assertEquals(List.of(), rows.stream()
                .filter(row -> row.pack().isEmpty() && row.core().isEmpty() && row.missing().isEmpty())
                .map(Row::id).toList());
    }

    @Test
    void namesOnlyFilesThePackHas() throws IOException {
        List<String> absent = new ArrayList<>();
        for (Row row : rows) {
            for (String file : named(row.pack())) {
                if (!row.has(file)) {
                    absent.add(row.id() + " " + file);
                }
            }
        }
        assertEquals(List.of(), absent, "correct the row, or bring the file back");
    }

    @Test
    void namesOnlyCapabilitiesThePlatformHas() throws IOException {
        List<String> absent = new ArrayList<>();
        for (Row row : rows) {
            for (String capability : named(row.core())) {
                String feature = capability.substring(0, capability.indexOf('.'));
                Path folder = (feature.equals("plugin") ? API : SERVER).resolve(feature);
                if (!isBelow(folder, capability.substring(feature.length() + 1) + ".java")) {
                    absent.add(row.id() + " " + capability);
                }
            }
        }
        assertEquals(List.of(), absent, "the class is called otherwise now: correct the row in plugins/README.md");
    }

    private static List<String> named(String cell) {
        return NAMED.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    private static boolean isBelow(Path folder, String file) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(path -> path.endsWith(file));
        }
    }
}

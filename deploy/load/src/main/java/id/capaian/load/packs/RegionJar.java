package id.capaian.load.packs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.capaian.local.Artifacts;
import id.capaian.plugin.api.Formula;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.engine.DataPackReader;
import id.capaian.plugin.engine.GoldenRunner;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A pack of this repository as the build left it.
 *
 * @param bytes of the jar
 * @param pack  what it offers, without a host around it: a data pack through the engine, a Java pack as plain classes
 */
record RegionJar(PackJar jar, byte[] bytes, RegionPack pack) {

    private static final Map<String, BiFunction<RegionPack, JsonNode, Formula>> PLAIN = Map.of(
            "samarinda.service-quality@2025", (pack, file) -> new PlainServiceQuality(pack.descriptor(), file),
            "tangerang-selatan.achievement@2025", (pack, file) -> new PlainAchievement(pack.descriptor(), file),
            "pariaman.holistic@2025", (pack, file) -> new PlainHolistic(pack.descriptor(), file));

    /** All of them, in order of their names. */
    static List<RegionJar> all() throws IOException, PackInvalid, ReflectiveOperationException {
        List<RegionJar> all = new ArrayList<>();
        for (Path file : Artifacts.here().packs()) {
            all.add(read(file));
        }
        return all;
    }

    private static RegionJar read(Path file) throws IOException, PackInvalid, ReflectiveOperationException {
        PackJar jar = PackJar.read(file);
        return new RegionJar(jar, Files.readAllBytes(file),
                jar.kind() == PackJar.Kind.DATA ? DataPackReader.read(jar.files()) : classes(file, jar));
    }

    /** The classes as they were compiled: neither rewritten to count their steps nor guarded. */
    private static RegionPack classes(Path file, PackJar jar)
            throws MalformedURLException, ReflectiveOperationException {
        String name = jar.files().text("META-INF/extensions.idx").orElseThrow().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).findFirst().orElseThrow().strip();
        // Stays open as long as this program: the pack loads its classes when it needs them.
        URLClassLoader loader = new URLClassLoader(new URL[] {file.toUri().toURL()}, RegionJar.class.getClassLoader());
        return (RegionPack) loader.loadClass(name).getDeclaredConstructor().newInstance();
    }

    boolean isData() {
        return jar.kind() == PackJar.Kind.DATA;
    }

    /** The inputs of all golden cases. */
    List<FormulaInput> inputs() throws PackInvalid {
        return GoldenRunner.inputs(pack, jar.files());
    }

    /** A formula in plain Java: of a data pack written by hand, of a Java pack its own. */
    Formula plain(String formulaId) throws IOException {
        if (!isData()) {
            return pack.formula(formulaId);
        }
        String name = "formulas/" + formulaId.substring(formulaId.indexOf('.') + 1) + ".json";
        JsonNode file = new ObjectMapper().readTree(jar.files().bytes(name).orElseThrow());
        return PLAIN.get(formulaId).apply(pack, file);
    }

    /** Name of the region, e.g. {@code samarinda}. */
    String region() {
        return jar.id().substring("region-".length());
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

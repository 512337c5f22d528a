package id.capaian.extension.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.capaian.extension.host.PackArchive;
import id.capaian.kernel.json.Json;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A pack as it lies in the registry, read without running anything in it.
 *
 * @param kept the row with its bytes
 * @param jar  null when the bytes are no pack
 */
record StagedJar(PackArchive.Kept kept, PackJar jar) {

    static StagedJar of(PackArchive.Kept kept) {
        try {
            return new StagedJar(kept, PackJar.read(kept.bytes()));
        } catch (PackInvalid e) {
            return new StagedJar(kept, null);
        }
    }

    Optional<PackJar> readable() {
        return Optional.ofNullable(jar);
    }

    /** What each golden case shows, in its author's words; the file's name where it does not say. */
    List<String> examples() {
        return jar == null ? List.of() : jar.files().names("golden/", ".json").stream().map(this::example).toList();
    }

    private String example(String file) {
        try {
            return Json.mapper().readTree(jar.files().text(file).orElse("")).path("name").asText(file);
        } catch (JsonProcessingException e) {
            return file;
        }
    }

    /**
     * Formulas that both packs have under one id but calculate otherwise: of data packs by the formula's file, of packs
     * with a program all of them when any of its classes differs.
     */
    static Set<String> rewritten(StagedJar before, StagedJar after, PackDescriptor pack) {
        if (before.jar == null || after.jar == null) {
            return Set.of();
        }
        boolean program = !classes(before.jar).equals(classes(after.jar))
                || classes(after.jar).stream().anyMatch(name -> differ(before, after, name));
        return pack.formulas().stream().map(FormulaDescriptor::id)
                .filter(id -> program || differ(before, after, file(id))).collect(Collectors.toSet());
    }

    private static List<String> classes(PackJar jar) {
        return jar.files().names("", ".class");
    }

    /** {@code samarinda.service-quality@2025} lies in {@code formulas/service-quality@2025.json}. */
    private static String file(String formulaId) {
        return "formulas/" + formulaId.substring(formulaId.indexOf('.') + 1) + ".json";
    }

    private static boolean differ(StagedJar before, StagedJar after, String file) {
        byte[] was = before.jar.files().bytes(file).orElse(null);
        byte[] is = after.jar.files().bytes(file).orElse(null);
        return !Objects.equals(was == null, is == null) || !Arrays.equals(was, is);
    }
}

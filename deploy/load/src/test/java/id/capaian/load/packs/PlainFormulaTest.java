package id.capaian.load.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.Lease;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.engine.CanonicalOutcome;
import id.capaian.plugin.engine.DataPackReader;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes the formula of a data pack changes its plain Java here too, or the two are not to be compared. */
class PlainFormulaTest {

    private static final TenantCode TENANT = new TenantCode("load01");

    private static RegionJar region(String id) throws IOException, PackInvalid {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Map.of("Plugin-Id", id, "Plugin-Version", "1.0.0", "Plugin-Requires", ">=1.0.0 & <2.0.0",
                "Plugin-Provider", "test").forEach(manifest.getMainAttributes()::putValue);
        byte[] bytes = PackBytes.jar(manifest, files(Path.of("../../plugins", id, "src/main/resources"), id));
        PackJar jar = PackJar.read(bytes);
        return new RegionJar(jar, bytes, DataPackReader.read(jar.files()));
    }

    private static Map<String, byte[]> files(Path folder, String id) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String text = Files.readString(file).replace("${pack.id}", id).replace("${pack.version}", "1.0.0");
                files.put(folder.relativize(file).toString(), text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(strings = {"region-samarinda", "region-tangerang-selatan", "region-pariaman"})
    void plainJavaSaysWhatThePackSaysByteForByte(String id) throws IOException, PackInvalid {
        RegionJar region = region(id);
        try (OwnHost host = new OwnHost(); Lease lease = host.lease(host.serve(region.bytes(), TENANT), TENANT)) {
            List<FormulaInput> inputs = region.inputs();
            assertTrue(inputs.size() >= 10);
            for (FormulaInput input : inputs) {
                assertEquals(CanonicalOutcome.write(lease.evaluate(input.formulaId(), input)),
                        CanonicalOutcome.write(region.plain(input.formulaId()).evaluate(input)));
            }
        }
    }

    @Test
    void aPackUnderAnotherVersionIsTheSameOtherwise() throws IOException, PackInvalid {
        RegionJar region = region("region-samarinda");
        byte[] other = PackBytes.withVersion(region.bytes(), "1.91.7");
        assertEquals("1.91.7", PackJar.read(other).version());
        FormulaInput input = region.inputs().get(0);
        List<String> outcomes = new ArrayList<>();
        try (OwnHost host = new OwnHost()) {
            for (byte[] bytes : List.of(region.bytes(), other)) {
                try (Lease lease = host.lease(host.serve(bytes, TENANT), TENANT)) {
                    outcomes.add(CanonicalOutcome.write(lease.evaluate(input.formulaId(), input)));
                }
            }
        }
        assertEquals(outcomes.get(0), outcomes.get(1));
    }
}

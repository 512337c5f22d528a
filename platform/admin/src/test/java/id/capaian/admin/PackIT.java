package id.capaian.admin;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.pack.KeyFiles;
import id.capaian.admin.pack.Packs;
import id.capaian.plugin.engine.PackJar;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack goes into the registry when a trusted key vouches for exactly these bytes, and in no other case. */
class PackIT {

    private static TwoTenants two;
    private static Admin admin;

    @TempDir
    private Path folder;
    private Path key;

    @BeforeAll
    static void start() {
        two = TwoTenants.applied();
        admin = two.admin();
    }

    @AfterAll
    static void stop() {
        two.close();
    }

    @BeforeEach
    void newKey() throws SQLException {
        two.owner("delete from registry.pack_binding", "delete from registry.pack_artifact",
                "delete from registry.trusted_key");
        key = folder.resolve("key");
        KeyFiles.create(key);
    }

    @Test
    void stagesASignedPackOnce() throws IOException, SQLException {
        Path jar = signed(SamplePack.files());
        assertTrue(admin.trustedKeys().trust(publicKey(key)));
        assertEquals("region-samarinda 1.0.0: staged", admin.packs().stage(jar));
        assertEquals("region-samarinda 1.0.0: staged already", admin.packs().stage(jar));
        assertEquals(List.of("DATA >=1.0.0 & <2.0.0 Kota Samarinda 64 t"), two.ask("select kind || ' ' || api_range"
                + " || ' ' || (names ->> 'id') || ' ' || length(signature) || ' '"
                + " || (sha256 = encode(sha256(bytes), 'hex'))::text::char from registry.pack_artifact"));
        assertEquals(List.of("1.0.0"), two.as("t_samarinda", connection -> TwoTenants.rows(connection,
                "select version from registry.offered_packs()")));
    }

    /** The bytes are signed: another JDK must not make others of the same pack. */
    @Test
    void isBuiltWithoutATraceOfTheJdk() throws IOException {
        URL file = PackIT.class.getResource("/released-ids.txt");
        assertTrue(file.openConnection() instanceof JarURLConnection, "this test needs the packed jar: run mvn verify");
        JarURLConnection inJar = (JarURLConnection) file.openConnection();
        assertEquals(Set.of("Manifest-Version", "Plugin-Id", "Plugin-Version", "Plugin-Requires", "Plugin-Provider"),
                inJar.getManifest().getMainAttributes().keySet().stream().map(Object::toString).collect(toSet()));
    }

    @Test
    void refusesAKeyNobodyTrusts() throws IOException {
        Path jar = signed(SamplePack.files());
        refused(jar, "is not trusted");
    }

    @Test
    void refusesARevokedKeyForEver() throws IOException {
        Path jar = signed(SamplePack.files());
        admin.trustedKeys().trust(publicKey(key));
        admin.trustedKeys().revoke(publicKey(key).keyId());
        refused(jar, "is not trusted");
        AdminException refused = assertThrows(AdminException.class, () -> admin.trustedKeys().trust(publicKey(key)));
        assertTrue(refused.getMessage().contains("was revoked"), refused.getMessage());
    }

    @Test
    void aKeyThatExpiresSignsNothingNewAndWhatItSignedGoesOn() throws IOException, SQLException {
        Path jar = signed(SamplePack.files());
        admin.trustedKeys().trust(publicKey(key));
        admin.packs().stage(jar);
        String keyId = publicKey(key).keyId();
        assertTrue(admin.trustedKeys().expire(keyId));
        assertFalse(admin.trustedKeys().expire(keyId), "expired once");
        AdminException refused = assertThrows(AdminException.class, () -> admin.trustedKeys().trust(publicKey(key)));
        assertTrue(refused.getMessage().contains("has expired"), refused.getMessage());
        refused(signed(SamplePack.with("texts/extra.json", "{}")), "is not trusted");
        assertEquals(List.of("1.0.0"), two.ask("select version from registry.pack_artifact"));
        assertThrows(AdminException.class, () -> admin.trustedKeys().expire("nobody"));
    }

    @Test
    void refusesAnAlteredJar() throws IOException {
        Path jar = signed(SamplePack.files());
        admin.trustedKeys().trust(publicKey(key));
        SamplePack.write(jar, SamplePack.with("texts/extra.json", "{}"));
        refused(jar, "does not fit");
    }

    @Test
    void refusesAnotherKeysSignatureUnderATrustedName() throws IOException {
        Path jar = signed(SamplePack.files());
        Path other = folder.resolve("other");
        KeyFiles.create(other);
        admin.trustedKeys().trust(new KeyFiles.Verifying(publicKey(key).keyId(), publicKey(other).key()));
        refused(jar, "does not fit");
        AdminException refused = assertThrows(AdminException.class, () -> admin.trustedKeys().trust(publicKey(key)));
        assertTrue(refused.getMessage().contains("belongs to another key"), refused.getMessage());
    }

    @Test
    void refusesAPackWithoutSignature() throws IOException {
        Path jar = SamplePack.write(folder.resolve("pack.jar"), SamplePack.files());
        refused(jar, "no signature beside it");
        Files.writeString(folder.resolve("pack.jar.sig"), "keyId: x\n");
        refused(jar, "is no signature file");
    }

    @Test
    void refusesOtherBytesUnderAReleasedVersion() throws IOException {
        admin.trustedKeys().trust(publicKey(key));
        admin.packs().stage(signed(SamplePack.files()));
        refused(signed(SamplePack.with("README.txt", "changed")), "raise the version");
    }

    @Test
    void stagesAVersionThatIsBeingWrittenOnlyWhereOneSaysSo() throws IOException {
        admin.trustedKeys().trust(publicKey(key));
        Path jar = SamplePack.write(folder.resolve("pack.jar"),
                SamplePack.with("pack.json", SamplePack.text("pack.json").replace("1.0.0", "1.0.0-dev.3")),
                ">=1.0.0 & <2.0.0", "1.0.0-dev.3");
        Packs.sign(jar, key);
        refused(jar, "a version that is being written");
        assertEquals("region-samarinda 1.0.0-dev.3: staged", admin.packs().stageDevelopment(jar));
    }

    @Test
    void refusesAPackThatContradictsItsGoldenExamples() throws IOException {
        admin.trustedKeys().trust(publicKey(key));
        String golden = SamplePack.text("golden/01-worked-example.json");
        refused(signed(SamplePack.with("golden/01-worked-example.json", golden.replace("95.84", "95.85"))),
                "golden/01-worked-example.json");
    }

    @Test
    void refusesAPackForAnotherApi() throws IOException {
        admin.trustedKeys().trust(publicKey(key));
        Path jar = SamplePack.write(folder.resolve("pack.jar"), SamplePack.files(), ">=2.0.0");
        Packs.sign(jar, key);
        refused(jar, "needs API version");
    }

    @Test
    void retiresAVersionAndKeepsItsBytes() throws IOException, SQLException {
        admin.trustedKeys().trust(publicKey(key));
        admin.packs().stage(signed(SamplePack.files()));
        two.as("t_samarinda", connection -> TwoTenants.rows(connection,
                "select registry.enable_pack('region-samarinda', '1.0.0', '{}', '2026-10-01', null)"));
        assertEquals("region-samarinda 1.0.0: retired; still enabled 1 times",
                admin.packs().retire("region-samarinda", "1.0.0"));
        assertEquals(List.of(), two.as("t_samarinda", connection -> TwoTenants.rows(connection,
                "select version from registry.offered_packs()")));
        assertEquals(List.of("1"), two.ask("select count(*) from registry.pack_artifact where length(bytes) > 1000"));
        assertThrows(AdminException.class, () -> admin.packs().retire("region-samarinda", "9.0.0"));
    }

    @Test
    void keepsAPrivateKeyToItsOwner() throws IOException {
        assertEquals("rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(key.resolve("private.key"))));
        assertThrows(AdminException.class, () -> KeyFiles.create(key));
        assertThrows(AdminException.class, () -> KeyFiles.verifying(key.resolve("private.key")));
        assertTrue(publicKey(key).keyId().startsWith("key-" + PackJar.sha256(publicKey(key).key().getEncoded())
                .substring(0, 16)));
    }

    private Path signed(Map<String, byte[]> files) throws IOException {
        Path jar = SamplePack.write(folder.resolve("pack.jar"), files);
        Packs.sign(jar, key);
        return jar;
    }

    private static KeyFiles.Verifying publicKey(Path key) {
        return KeyFiles.verifying(key.resolve("public.key"));
    }

    private static void refused(Path jar, String why) {
        AdminException refused = assertThrows(AdminException.class, () -> admin.packs().stage(jar));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }
}

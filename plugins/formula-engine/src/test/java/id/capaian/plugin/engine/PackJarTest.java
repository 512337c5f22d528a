package id.capaian.plugin.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackJarTest {

    private static void refuses(SamplePack sample, String words) {
        String message = assertThrows(PackInvalid.class, () -> PackJar.read(sample.jar())).getMessage();
        assertTrue(message.contains(words), message);
    }

    @Test
    void readsWhatAJarSaysOfItself() throws PackInvalid {
        PackJar jar = PackJar.read(new SamplePack().jar());
        assertEquals("region-sample 1.0.0 DATA", jar.id() + " " + jar.version() + " " + jar.kind());
        assertEquals(">=1.0.0", jar.requires());
        assertEquals(PackJar.sha256(new SamplePack().jar()).length(), jar.sha256().length());
    }

    @Test
    void refusesWhatIsNoPack() {
        assertThrows(PackInvalid.class, () -> PackJar.read(new byte[] {1, 2, 3}));
        refuses(new SamplePack().without("META-INF/MANIFEST.MF"), "MANIFEST.MF");
        refuses(new SamplePack().change("META-INF/MANIFEST.MF", "1.0.0\nPlugin-R", "one\nPlugin-R"), "Plugin-Version");
        refuses(new SamplePack().change("pack.json", "1.0.0", "1.0.1"), "says region-sample 1.0.1");
        refuses(new SamplePack().change("pack.json", "\"data\"", "\"java\""), "JAVA");
    }

    @Test
    void refusesALifeCycleAndClassesFromElsewhere() {
        refuses(new SamplePack().change("META-INF/MANIFEST.MF", "Plugin-R", "Plugin-Class: x.Y\nPlugin-R"),
                "Plugin-Class");
        refuses(new SamplePack().change("META-INF/MANIFEST.MF", "Plugin-R",
                "Plugin-Dependencies: region-other\nPlugin-R"), "a pack needs no other pack");
        refuses(new SamplePack().change("META-INF/MANIFEST.MF", "Plugin-R", "Class-Path: x.jar\nPlugin-R"),
                "Class-Path");
    }

    @Test
    void refusesClassesWithoutIndexAndIndexWithoutClasses() {
        refuses(new SamplePack().with("x/Y.class", "x"), "would never be found");
        refuses(new SamplePack().with("META-INF/extensions.idx", "x.Y"), "there are none");
        refuses(new SamplePack().with("lib/other.jar", "x"), "no libraries");
    }

    @Test
    void refusesPathsThatLeaveThePackAndWhatGrowsWithoutEnd() {
        refuses(new SamplePack().with("../evil.json", "{}"), "leaves the pack");
        refuses(new SamplePack().with("/etc/evil.json", "{}"), "leaves the pack");
        refuses(new SamplePack().with("texts/large.json", " ".repeat((1 << 20) + 1)), "larger than");
        SamplePack many = new SamplePack();
        for (int i = 0; i < 400; i++) {
            many.with("texts/" + i + ".json", "{}");
        }
        refuses(many, "more than 400 files");
        SamplePack large = new SamplePack();
        for (int i = 0; i < 9; i++) {
            large.with("texts/" + i + ".json", " ".repeat(1 << 20));
        }
        refuses(large, "unpacks to more than");
    }

    @Test
    void believesOnlyATrustedKeyAndExactlyTheseBytes() throws PackInvalid {
        KeyPair keys = PackSignature.newKeyPair();
        Map<String, PublicKey> trusted = Map.of("platform-2026", keys.getPublic());
        PackJar jar = PackJar.read(new SamplePack().jar());
        PackSignature signed = PackSignature.sign(jar, "platform-2026", keys.getPrivate());
        PackSignature read = PackSignature.parse(signed.format());
        assertDoesNotThrow(() -> read.verify(jar, trusted));

        PackJar changed = PackJar.read(new SamplePack().change("texts/id.json", "Tentang", "Tentanq").jar());
        assertThrows(PackInvalid.class, () -> read.verify(changed, trusted));
        PackJar renamed = new PackJar(jar.id(), "1.0.1", jar.requires(), jar.provider(), jar.kind(), jar.sha256(),
                jar.files());
        assertThrows(PackInvalid.class, () -> read.verify(renamed, trusted));
        assertThrows(PackInvalid.class, () -> read.verify(jar, Map.of("other", keys.getPublic())));
        assertThrows(PackInvalid.class,
                () -> read.verify(jar, Map.of("platform-2026", PackSignature.newKeyPair().getPublic())));
        assertThrows(PackInvalid.class, () -> PackSignature.parse("signature: x"));
    }

    @Test
    void readsKeysFromText() throws PackInvalid {
        KeyPair keys = PackSignature.newKeyPair();
        String publicText = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        String privateText = Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
        PackJar jar = PackJar.read(new SamplePack().jar());
        PackSignature signed = PackSignature.sign(jar, "k", PackSignature.privateKey(privateText));
        assertDoesNotThrow(() -> signed.verify(jar, Map.of("k", PackSignature.publicKey(publicText + "\n"))));
        assertThrows(IllegalArgumentException.class, () -> PackSignature.publicKey("AAAA"));
    }
}

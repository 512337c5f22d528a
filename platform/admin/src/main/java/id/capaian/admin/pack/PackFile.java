package id.capaian.admin.pack;

import id.capaian.admin.AdminException;
import id.capaian.plugin.api.ApiVersion;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.engine.BytecodeScan;
import id.capaian.plugin.engine.DataPackReader;
import id.capaian.plugin.engine.GoldenResult;
import id.capaian.plugin.engine.GoldenRunner;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import id.capaian.plugin.engine.PackProblem;
import id.capaian.plugin.engine.PackSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pf4j.DefaultVersionManager;

/** A pack's jar with its signature beside it; nothing of a Java pack is run. */
final class PackFile {

    private final Path jar;
    private final byte[] bytes;
    private final PackJar pack;

    private PackFile(Path jar, byte[] bytes, PackJar pack) {
        this.jar = jar;
        this.bytes = bytes;
        this.pack = pack;
    }

    static PackFile read(Path jar) {
        try {
            byte[] bytes = Files.readAllBytes(jar);
            return new PackFile(jar, bytes, PackJar.read(bytes));
        } catch (IOException e) {
            throw new AdminException("Cannot read " + jar + ".", e);
        } catch (PackInvalid e) {
            throw refused(jar, e);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    PackJar pack() {
        return pack;
    }

    /** Whether it is what an author tries on the own machine: {@code 1.2.0-dev.3}. */
    boolean isDevelopment() {
        return pack.version().contains("-dev.");
    }

    void sign(KeyFiles.Signing key) {
        try {
            Files.writeString(signatureFile(), PackSignature.sign(pack, key.keyId(), key.key()).format());
        } catch (IOException e) {
            throw new AdminException("Cannot write " + signatureFile() + ": " + e.getMessage(), e);
        }
    }

    /** The signature, made by one of the keys over exactly this pack. */
    PackSignature verified(Map<String, PublicKey> trusted) {
        try {
            PackSignature signature = PackSignature.parse(Files.readString(signatureFile()));
            signature.verify(pack, trusted);
            return signature;
        } catch (IOException e) {
            throw new AdminException(jar + " has no signature beside it: sign it with `plugin sign`.", e);
        } catch (PackInvalid e) {
            throw refused(jar, e);
        }
    }

    /**
     * Everything that can be checked without running code of the pack.
     *
     * @return the name people see; a Java pack tells its own only when it runs, so its id stands in
     */
    LocalizedText checked() {
        if (!new DefaultVersionManager().checkVersionConstraint(ApiVersion.CURRENT, pack.requires())) {
            throw new AdminException(jar + " needs API version " + pack.requires() + ", this platform has "
                    + ApiVersion.CURRENT + ": use the release that fits.");
        }
        List<PackProblem> problems = BytecodeScan.problems(pack.files());
        if (!problems.isEmpty()) {
            throw refused(jar, new PackInvalid(problems));
        }
        return pack.kind() == PackJar.Kind.DATA ? checkedData() : new LocalizedText(pack.id(), pack.id());
    }

    private LocalizedText checkedData() {
        try {
            RegionPack data = DataPackReader.read(pack.files());
            String failed = GoldenRunner.run(data, pack.files()).stream().filter(result -> !result.passed())
                    .map(PackFile::line).collect(Collectors.joining("\n"));
            if (!failed.isEmpty()) {
                throw new AdminException(jar + " does not reproduce its own golden examples:\n" + failed);
            }
            return data.descriptor().name();
        } catch (PackInvalid e) {
            throw refused(jar, e);
        }
    }

    private static String line(GoldenResult result) {
        return result.file() + ": " + String.join("; ", result.differences());
    }

    private Path signatureFile() {
        return jar.resolveSibling(jar.getFileName() + ".sig");
    }

    private static AdminException refused(Path jar, PackInvalid e) {
        return new AdminException(jar + " is refused:\n" + e.getMessage(), e);
    }
}

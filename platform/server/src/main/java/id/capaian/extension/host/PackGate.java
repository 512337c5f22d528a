package id.capaian.extension.host;

import id.capaian.extension.Refusal;
import id.capaian.plugin.engine.BytecodeScan;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import id.capaian.plugin.engine.PackProblem;
import id.capaian.plugin.engine.PackSignature;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Looks at a pack's bytes before anything in it runs: right bytes, right signer, only what packs may use. */
final class PackGate {

    private final Map<String, TrustedKey> keys;

    PackGate(Map<String, TrustedKey> keys) {
        this.keys = keys;
    }

    /** The key that signed an artifact; null when it is not trusted. */
    TrustedKey key(Artifact artifact) {
        return keys.get(artifact.keyId());
    }

    /** Whether a pack that was let in must go, because its key was withdrawn since. */
    boolean isRevoked(Artifact artifact) {
        TrustedKey key = keys.get(artifact.keyId());
        return key == null || key.revokedAt() != null;
    }

    /** The jar, when everything about it is as it should be. */
    PackJar check(Artifact artifact, byte[] bytes) throws PackRefused {
        if (!PackJar.sha256(bytes).equals(artifact.sha256())) {
            throw new PackRefused(Refusal.ALTERED, "sha-256 of the bytes differs from " + artifact.sha256());
        }
        PublicKey key = keyOf(artifact);
        PackJar jar = read(bytes);
        if (!jar.id().equals(artifact.packId()) || !jar.version().equals(artifact.version())
                || !jar.kind().name().equals(artifact.kind())) {
            throw new PackRefused(Refusal.MALFORMED, "the jar is " + jar.id() + "@" + jar.version() + " " + jar.kind());
        }
        checkSignature(artifact, jar, key);
        checkCode(jar);
        return jar;
    }

    private PublicKey keyOf(Artifact artifact) throws PackRefused {
        TrustedKey key = keys.get(artifact.keyId());
        if (key == null) {
            throw new PackRefused(Refusal.KEY_UNKNOWN, artifact.keyId());
        }
        if (key.revokedAt() != null) {
            throw new PackRefused(Refusal.KEY_REVOKED, artifact.keyId());
        }
        // Judged at staging: a pack does not fall silent in the middle of a year because its key grew old.
        if (!key.isGoodAt(artifact.stagedAt())) {
            throw new PackRefused(Refusal.KEY_EXPIRED, artifact.keyId());
        }
        return PackSignature.publicKey(Base64.getEncoder().encodeToString(key.publicKey()));
    }

    private static void checkSignature(Artifact artifact, PackJar jar, PublicKey key) throws PackRefused {
        String file = "keyId: " + artifact.keyId() + "\nsignature: "
                + Base64.getEncoder().encodeToString(artifact.signature()) + "\n";
        try {
            PackSignature.parse(file).verify(jar, Map.of(artifact.keyId(), key));
        } catch (PackInvalid e) {
            throw new PackRefused(Refusal.SIGNATURE_WRONG, e.getMessage());
        }
    }

    private static PackJar read(byte[] bytes) throws PackRefused {
        try {
            return PackJar.read(bytes);
        } catch (PackInvalid e) {
            throw new PackRefused(Refusal.MALFORMED, e.getMessage());
        }
    }

    private static void checkCode(PackJar jar) throws PackRefused {
        List<PackProblem> problems = BytecodeScan.problems(jar.files());
        if (!problems.isEmpty()) {
            throw new PackRefused(Refusal.CODE_NOT_ALLOWED, new PackInvalid(problems).getMessage());
        }
    }
}

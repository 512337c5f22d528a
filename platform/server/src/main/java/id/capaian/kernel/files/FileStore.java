package id.capaian.kernel.files;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.RunningWork;
import id.capaian.kernel.tenancy.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps files of the caller's tenant. Each lies under the hash of its content, so none is ever changed, and no path is
 * made from what people write. A use case that fails after {@link #keep} leaves a file nobody points to: harmless.
 */
@ApplicationScoped
public class FileStore {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final int FAN = 2;

    private final Path root;
    private final Caller caller;
    private final RunningWork runningWork;

    FileStore() {
        this.root = null;
        this.caller = null;
        this.runningWork = null;
    }

    @Inject
    FileStore(@ConfigProperty(name = "capaian.files.dir") String root, Caller caller, RunningWork runningWork) {
        this.root = Path.of(root);
        this.caller = caller;
        this.runningWork = runningWork;
    }

    /**
     * Takes a file in, before the use case that {@link #keep}s it begins: whoever sends slowly would otherwise hold one of
     * the tenant's few connections. Close it afterwards.
     *
     * @param limit most bytes
     * @throws ProblemException      {@link Problem#BODY_TOO_LARGE} over the limit; {@link Problem#FILE_REFUSED} when it is
     *                               empty or none of the {@link FileKind}s
     * @throws IllegalStateException inside a use case
     */
    public Received receive(InputStream content, long limit) {
        if (runningWork.isUnderWay()) {
            throw new IllegalStateException("Files are received before the use case begins");
        }
        try {
            Path incoming = Files.createTempFile(Files.createDirectories(directory().resolve("incoming")), "f", ".part");
            try {
                return new Received(incoming, judged(incoming, write(content, incoming, limit)));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(incoming);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a file that was received; part of a use case. */
    public Stored keep(Received file) {
        Path place = place(file.stored().key());
        try {
            Files.createDirectories(place.getParent());
            Files.move(file.place(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.stored();
    }

    /**
     * The file's content.
     *
     * @throws IllegalArgumentException when the key is none of ours
     */
    public InputStream open(String key) {
        try {
            return Files.newInputStream(place(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(InputStream content, Path incoming, long limit) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(incoming)) {
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                size += n;
                if (size > limit) {
                    throw ProblemException.of(Problem.BODY_TOO_LARGE, limit);
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Stored judged(Path incoming, String sha256) throws IOException {
        long size = Files.size(incoming);
        FileKind kind = size == 0 ? null : Sniffer.kindOf(incoming).orElse(null);
        if (kind == null) {
            throw new ProblemException(Problem.FILE_REFUSED);
        }
        return new Stored(sha256, size, sha256, kind);
    }

    private Path place(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a key of this store");
        }
        return directory().resolve(key.substring(0, FAN)).resolve(key);
    }

    private Path directory() {
        TenantCode tenant = caller.tenant();
        return root.resolve(tenant.value());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

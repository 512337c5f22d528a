package id.capaian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom PostgreSQL runs: it refuses to run as root. Whoever made a data directory must go on with the same mode, for
 * it decides who owns the files.
 */
enum UserMode {

    /** As the user who calls. */
    PLAIN,

    /** Called by root: in a user namespace of its own, where root is nobody; the files stay root's. */
    NAMESPACE,

    /** Called by root where namespaces are forbidden (containers): as the account nobody, who owns the files. */
    NOBODY;

    /** The mode kept beside the data, or the one that fits this user and this machine. */
    static UserMode keptIn(Path file) throws IOException {
        String kept = Files.exists(file) ? Files.readString(file).strip() : "";
        for (UserMode mode : values()) {
            if (mode.name().equals(kept)) {
                return mode;
            }
        }
        UserMode mode = choose();
        Trees.write(file, mode.name());
        return mode;
    }

    private static UserMode choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return PLAIN;
        }
        for (UserMode mode : List.of(NAMESPACE, NOBODY)) {
            if (mode.works()) {
                return mode;
            }
        }
        throw new LocalException("PostgreSQL does not run as root and this machine has neither unshare nor setpriv:"
                + " start this as a normal user.");
    }

    /** What to write before a command. */
    List<String> prefix() {
        return switch (this) {
            case PLAIN -> List.of();
            case NAMESPACE -> List.of("unshare", "-U", "--");
            case NOBODY -> List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups", "--");
        };
    }

    /** Makes a folder usable for the account of this mode. */
    void prepare(Path dir) throws IOException {
        if (this != NOBODY) {
            return;
        }
        Trees.own(dir, "nobody");
        if (run(List.of("test", "-x", dir.toString())) != 0) {
            throw new LocalException("The account nobody, as whom PostgreSQL must run here, cannot reach " + dir
                    + ": set CAPAIAN_STATE_DIR to a folder everybody may enter, such as /var/lib/capaian.");
        }
    }

    private boolean works() {
        return run(List.of("true")) == 0;
    }

    private int run(List<String> command) {
        try {
            var all = new java.util.ArrayList<>(prefix());
            all.addAll(command);
            Process process = new ProcessBuilder(all)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException missing) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}

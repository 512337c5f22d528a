package id.capaian.admin.tenant;

import id.capaian.admin.AdminException;
import id.capaian.admin.database.TenantSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A tenant's folder in the server's file store. */
public final class TenantFolder {

    private TenantFolder() {
    }

    /**
     * Its files, in a fixed order; none when there is no folder. What is just being received is left out.
     *
     * @param store the file store, or null when none is configured
     */
    public static List<Path> files(Path store, String code) {
        if (!exists(store, code)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(of(store, code))) {
            return all.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".part"))
                    .sorted().toList();
        } catch (IOException e) {
            throw failed(store, code, e);
        }
    }

    static boolean exists(Path store, String code) {
        return store != null && Files.isDirectory(of(store, code));
    }

    static void delete(Path store, String code) {
        try (Stream<Path> all = Files.walk(of(store, code))) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw failed(store, code, e);
        }
    }

    private static Path of(Path store, String code) {
        // Refuses what is no code, so that no path leads out of the store.
        TenantSchema.of(code);
        return store.resolve(code);
    }

    private static AdminException failed(Path store, String code, IOException e) {
        return new AdminException("The files of " + code + " in " + store + " cannot be reached: " + e.getMessage()
                + ". Check CAPAIAN_FILES_DIR and its rights.", e);
    }
}

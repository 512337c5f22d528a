package id.capaian.admin.pack;

import id.capaian.admin.AdminException;
import id.capaian.admin.database.Database;
import id.capaian.admin.database.Sql;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.engine.PackJar;
import id.capaian.plugin.engine.PackSignature;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;

/** Signs, stages and retires packs. */
public final class Packs {

    private static final int SIGNATURE_LINE = 1;

    private final Database database;

    public Packs(Database database) {
        this.database = database;
    }

    /** Writes {@code <jar>.sig} beside the jar. */
    public static void sign(Path jar, Path keyFolder) {
        PackFile.read(jar).sign(KeyFiles.signing(keyFolder));
    }

    /**
     * Puts a verified pack into the registry, where tenants it is offered to may enable it.
     *
     * @return what was done, for a person
     * @throws AdminException when the pack is refused, the version is there with other bytes, or it is one that is
     *                        being written
     */
    public String stage(Path jar) {
        PackFile file = PackFile.read(jar);
        if (file.isDevelopment()) {
            throw new AdminException(jar + " is " + file.pack().version() + ", a version that is being written: give it"
                    + " a version without -dev., or stage it with --development where nobody is scored in earnest.");
        }
        return stage(file);
    }

    /** As {@link #stage}, also for a version that is being written: demonstrations, the author's own machine. */
    public String stageDevelopment(Path jar) {
        return stage(PackFile.read(jar));
    }

    private String stage(PackFile file) {
        return database.transaction(connection -> {
            PackSignature signature = file.verified(new TrustedKeys(database).valid(connection));
            LocalizedText name = file.checked();
            PackJar pack = file.pack();
            Optional<String> present = Sql.text(connection, "select sha256 from registry.pack_artifact"
                    + " where pack_id = ? and version = ?", pack.id(), pack.version());
            if (present.isEmpty()) {
                insert(connection, file, signature, name);
                return pack.id() + " " + pack.version() + ": staged";
            }
            if (!present.get().equals(pack.sha256())) {
                throw new AdminException(pack.id() + " " + pack.version() + " is staged with other bytes, and a"
                        + " released version is never changed: raise the version.");
            }
            return pack.id() + " " + pack.version() + ": staged already";
        });
    }

    /**
     * Ends enabling of a version; where it is enabled it goes on, and its bytes stay.
     *
     * @return what was done, for a person
     */
    public String retire(String id, String version) {
        return database.transaction(connection -> {
            int changed = Sql.update(connection, "update registry.pack_artifact set retired_at ="
                    + " coalesce(retired_at, clock_timestamp()) where pack_id = ? and version = ?", id, version);
            if (changed == 0) {
                throw new AdminException("There is no " + id + " " + version + " in the registry.");
            }
            String bound = Sql.text(connection, "select count(*) from registry.pack_binding where pack_id = ?"
                    + " and version = ? and desired_state = 'ENABLED'", id, version).orElseThrow();
            return id + " " + version + ": retired; still enabled " + bound + " times";
        });
    }

    private static void insert(Connection connection, PackFile file, PackSignature signature, LocalizedText name)
            throws SQLException {
        PackJar pack = file.pack();
        Sql.update(connection, """
                insert into registry.pack_artifact (pack_id, version, sha256, kind, api_range, names, key_id, signature,
                                                    bytes, staged_at)
                values (?, ?, ?, ?, ?, jsonb_build_object('id', ?::text, 'en', ?::text), ?, ?, ?, clock_timestamp())""",
                pack.id(), pack.version(), pack.sha256(), pack.kind().name(), pack.requires(), name.id(), name.en(),
                signature.keyId(), bytes(signature), file.bytes());
    }

    /** The registry keeps the bare 64 bytes, the file writes them as its second line. */
    private static byte[] bytes(PackSignature signature) {
        String line = signature.format().lines().toList().get(SIGNATURE_LINE);
        return Base64.getDecoder().decode(line.substring(line.indexOf(' ') + 1));
    }
}

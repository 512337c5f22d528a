package id.capaian.admin.pack;

import id.capaian.admin.AdminException;
import id.capaian.admin.database.Database;
import id.capaian.admin.database.Sql;
import id.capaian.plugin.engine.PackSignature;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whose signatures the platform accepts. */
public final class TrustedKeys {

    private final Database database;

    public TrustedKeys(Database database) {
        this.database = database;
    }

    private record Key(String id, byte[] bytes, boolean revoked, boolean expired) {
    }

    /**
     * Trusts a key from now on; one that is trusted already is fine.
     *
     * @return false when it was trusted before
     * @throws AdminException when the key was revoked or has expired, or its id belongs to another key
     */
    public boolean trust(KeyFiles.Verifying key) {
        return database.transaction(connection -> {
            List<Key> present = keys(connection, "where key_id = ?", key.keyId());
            if (present.isEmpty()) {
                Sql.update(connection, "insert into registry.trusted_key (key_id, public_key, valid_from)"
                        + " values (?, ?, clock_timestamp())", key.keyId(), key.key().getEncoded());
                return true;
            }
            if (present.get(0).revoked()) {
                throw new AdminException("Key " + key.keyId() + " was revoked and stays so: make a new one.");
            }
            if (present.get(0).expired()) {
                throw new AdminException("Key " + key.keyId() + " has expired and stays so: make a new one.");
            }
            if (!Arrays.equals(present.get(0).bytes(), key.key().getEncoded())) {
                throw new AdminException("Key id " + key.keyId() + " belongs to another key: make a new one.");
            }
            return false;
        });
    }

    /**
     * Ends a key gently, when another takes over: nothing signed with it is staged from now on, while packs that were
     * staged in its time go on and old scores are recomputed with them.
     *
     * @return false when it had expired before
     * @throws AdminException when there is no such key, or it was revoked
     */
    public boolean expire(String keyId) {
        return database.transaction(connection -> {
            List<Key> present = keys(connection, "where key_id = ?", keyId);
            if (present.isEmpty()) {
                throw new AdminException("There is no trusted key " + keyId + ".");
            }
            if (present.get(0).revoked()) {
                throw new AdminException("Key " + keyId + " was revoked: that ends more than its term.");
            }
            return Sql.update(connection, "update registry.trusted_key set valid_to = clock_timestamp()"
                    + " where key_id = ? and (valid_to is null or valid_to > clock_timestamp())", keyId) > 0;
        });
    }

    /** Revokes a key: nothing signed with it is staged any more, and servers unload what was. */
    public void revoke(String keyId) {
        int changed = database.transaction(connection -> Sql.update(connection, "update registry.trusted_key"
                + " set revoked_at = coalesce(revoked_at, clock_timestamp()) where key_id = ?", keyId));
        if (changed == 0) {
            throw new AdminException("There is no trusted key " + keyId + ".");
        }
    }

    /** Keys that may sign today, by id. */
    Map<String, PublicKey> valid(Connection connection) throws SQLException {
        return keys(connection, "where revoked_at is null and valid_from <= clock_timestamp()"
                + " and (valid_to is null or valid_to > clock_timestamp())").stream()
                .collect(Collectors.toMap(Key::id,
                        key -> PackSignature.publicKey(Base64.getEncoder().encodeToString(key.bytes()))));
    }

    private static List<Key> keys(Connection connection, String where, Object... values) throws SQLException {
        return Sql.rows(connection, "select key_id, public_key, revoked_at is not null,"
                + " coalesce(valid_to <= clock_timestamp(), false) from registry.trusted_key " + where,
                row -> new Key(row.getString(1), row.getBytes(2), row.getBoolean(3), row.getBoolean(4)), values);
    }
}

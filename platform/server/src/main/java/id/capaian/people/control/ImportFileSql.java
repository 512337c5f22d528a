package id.capaian.people.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The list of files taken. */
@ApplicationScoped
class ImportFileSql {

    private final EntityManager entityManager;

    ImportFileSql() {
        this(null);
    }

    @Inject
    ImportFileSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Rows of a file that was imported before, -1 when it was not. */
    int rowsOf(String kind, String sha256) {
        List<?> rows = entityManager.createNativeQuery(
                "select row_count from __T__.import_file where kind = ? and sha256 = ?")
                .setParameter(1, kind).setParameter(2, sha256).getResultList();
        return rows.isEmpty() ? -1 : ((Number) rows.get(0)).intValue();
    }

    void keep(UUID id, String kind, String sha256, int rows, int changed, Instant at, String by) {
        entityManager.createNativeQuery("""
                insert into __T__.import_file
                    (import_file_id, kind, sha256, row_count, changed_count, imported_at, imported_by)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .setParameter(1, id).setParameter(2, kind).setParameter(3, sha256).setParameter(4, rows)
                .setParameter(5, changed).setParameter(6, Timestamp.from(at)).setParameter(7, by).executeUpdate();
    }
}

package id.capaian.people.control;

import id.capaian.kernel.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What this government said that headings stand for, by kind and by the headings of a file. */
@ApplicationScoped
class ImportMappingSql {

    private final EntityManager entityManager;

    ImportMappingSql() {
        this(null);
    }

    @Inject
    ImportMappingSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * What headings were said to stand for, by {@link Headings.Heading#key}: all of a file with these headings; of
     * files with others only what nobody knows otherwise, the newest word counting.
     */
    Map<String, String> toldOf(String kind, Headings headings) {
        List<?> rows = entityManager.createNativeQuery(
                "select signature, columns from __T__.import_mapping where kind = ? order by changed_at")
                .setParameter(1, kind).getResultList();
        Map<String, String> told = new LinkedHashMap<>();
        Map<String, String> same = new LinkedHashMap<>();
        String signature = headings.signature();
        for (Object row : rows) {
            Object[] cells = (Object[]) row;
            Columns columns = Json.read((String) cells[1], Columns.class);
            (signature.equals(cells[0]) ? same : told).putAll(columns.byHeading());
        }
        headings.all().stream().filter(heading -> heading.column() != null)
                .forEach(heading -> told.remove(heading.key()));
        told.putAll(same);
        return told;
    }

    /** How the mapping is kept. */
    record Columns(Map<String, String> byHeading) {
    }

    void keep(String kind, String signature, Map<String, String> byHeading, Instant at, String by) {
        entityManager.createNativeQuery("""
                insert into __T__.import_mapping as m (kind, signature, columns, changed_at, changed_by, version)
                values (?, ?, ?, ?, ?, 1)
                on conflict (kind, signature) do update set columns = excluded.columns,
                   changed_at = excluded.changed_at, changed_by = excluded.changed_by,
                   version = m.version + 1 where m.columns <> excluded.columns""")
                .setParameter(1, kind).setParameter(2, signature).setParameter(3, Json.write(new Columns(byHeading)))
                .setParameter(4, Timestamp.from(at)).setParameter(5, by).executeUpdate();
    }
}

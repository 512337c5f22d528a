package id.capaian.people.control;

import id.capaian.kernel.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Files that were sent and are not taken yet. */
@ApplicationScoped
class ImportDraftSql {

    private final EntityManager entityManager;

    ImportDraftSql() {
        this(null);
    }

    @Inject
    ImportDraftSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * A draft with its file.
     *
     * @param told what somebody said that headings stand for, by {@link Headings.Heading#key}
     */
    record Held(UUID id, String kind, String fileName, byte[] content, Map<String, String> told, long version) {
    }

    void keep(Held draft, DraftOutcome outcome, Instant at, String by) {
        entityManager.createNativeQuery("""
                insert into __T__.import_draft
                    (import_draft_id, kind, file_name, content, columns, outcome, made_at, made_by, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .setParameter(1, draft.id()).setParameter(2, draft.kind()).setParameter(3, draft.fileName())
                .setParameter(4, draft.content())
                .setParameter(5, Json.write(new ImportMappingSql.Columns(draft.told())))
                .setParameter(6, Json.write(outcome)).setParameter(7, Timestamp.from(at)).setParameter(8, by)
                .setParameter(9, draft.version()).executeUpdate();
    }

    /** What a page shows of a draft, without its file. */
    Optional<ImportDraft> find(UUID id) {
        List<?> rows = entityManager.createNativeQuery(
                "select kind, file_name, outcome, version from __T__.import_draft where import_draft_id = ?")
                .setParameter(1, id).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(row -> new ImportDraft(id, (String) row[0], (String) row[1],
                Json.read((String) row[2], DraftOutcome.class), ((Number) row[3]).longValue())).findFirst();
    }

    /** The draft with its file; nobody else changes or takes it meanwhile. */
    Optional<Held> hold(UUID id) {
        List<?> rows = entityManager.createNativeQuery("""
                select kind, file_name, content, columns, version
                  from __T__.import_draft where import_draft_id = ? for update""").setParameter(1, id).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(row -> new Held(id, (String) row[0], (String) row[1],
                (byte[]) row[2], Json.read((String) row[3], ImportMappingSql.Columns.class).byHeading(),
                ((Number) row[4]).longValue())).findFirst();
    }

    void change(UUID id, Map<String, String> told, DraftOutcome outcome) {
        entityManager.createNativeQuery("""
                update __T__.import_draft set columns = ?, outcome = ?, version = version + 1
                 where import_draft_id = ?""")
                .setParameter(1, Json.write(new ImportMappingSql.Columns(told))).setParameter(2, Json.write(outcome))
                .setParameter(3, id).executeUpdate();
    }

    void forget(UUID id) {
        entityManager.createNativeQuery("delete from __T__.import_draft where import_draft_id = ?").setParameter(1, id)
                .executeUpdate();
    }

    /** Takes away what was made before that moment. */
    void forgetBefore(Instant moment) {
        entityManager.createNativeQuery("delete from __T__.import_draft where made_at < ?")
                .setParameter(1, Timestamp.from(moment)).executeUpdate();
    }
}

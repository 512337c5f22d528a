package id.capaian.people.control;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.ImportChanges;
import id.capaian.people.ImportKind;
import id.capaian.people.ImportProblems;
import id.capaian.people.control.ImportFileSql.Taking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Judges a file and writes what it says: all of it or nothing. Part of the running use case. */
@ApplicationScoped
class ImportWork {

    private final EntityManager entityManager;
    private final ImportFileSql files;
    private final ImportMappingSql mappings;
    private final Iterable<ImportKind> kinds;
    private final Caller caller;
    private final Clock clock;

    ImportWork() {
        this(null, null, null, (Iterable<ImportKind>) null, null, null);
    }

    @Inject
    ImportWork(EntityManager entityManager, ImportFileSql files, ImportMappingSql mappings,
            @Any Instance<ImportKind> kinds, Caller caller, Clock clock) {
        this(entityManager, files, mappings, (Iterable<ImportKind>) kinds, caller, clock);
    }

    ImportWork(EntityManager entityManager, ImportFileSql files, ImportMappingSql mappings, Iterable<ImportKind> kinds,
            Caller caller, Clock clock) {
        this.entityManager = entityManager;
        this.files = files;
        this.mappings = mappings;
        this.kinds = kinds;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A file with what is wrong with it and what it would change.
     *
     * @param table   null when the very same file was imported before and not looked at
     * @param changes noted, not written
     * @param rows    of the file
     */
    record Judged(String kind, String sha256, ImportTable table, ImportChanges changes, ImportProblems problems,
            ImportProblems warnings, int rows) {

        boolean isKnown() {
            return table == null;
        }
    }

    /** Names of the kinds, in the order in which a new government needs them. */
    List<String> kinds() {
        return StreamSupport.stream(kinds.spliterator(), false).sorted(Comparator.comparingInt(ImportKind::place))
                .map(ImportKind::kind).toList();
    }

    /**
     * The kind of that name.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND}
     */
    ImportKind kind(String name) {
        return StreamSupport.stream(kinds.spliterator(), false).filter(kind -> kind.kind().equals(name)).findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    /**
     * Judges a file; writes nothing.
     *
     * @param told what somebody says that headings stand for, by {@link Headings.Heading#key}, besides what is
     *             remembered
     */
    Judged judge(String kindName, byte[] file, Map<String, String> told) {
        ImportKind kind = kind(kindName);
        String sha256 = sha256(file);
        ImportProblems problems = new ImportProblems();
        ImportProblems warnings = new ImportProblems();
        ImportChanges changes = new ImportChanges();
        int known = files.rowsOf(kindName, sha256);
        if (known >= 0) {
            return new Judged(kindName, sha256, null, changes, problems, warnings, known);
        }
        ImportTable table = ImportTable.read(file, kind.columns(), headings -> meant(kindName, headings, told),
                problems, warnings);
        if (!table.rows().isEmpty()) {
            kind.prepare(table.rows(), changes);
        }
        return new Judged(kindName, sha256, table, changes, problems, warnings, table.rows().size());
    }

    private Map<String, String> meant(String kind, Headings headings, Map<String, String> told) {
        Map<String, String> meant = new HashMap<>(mappings.toldOf(kind, headings));
        meant.putAll(told);
        return meant;
    }

    /**
     * Writes what was judged sound, and remembers the file.
     *
     * @param fileName null for one without a name
     */
    void write(Judged judged, String fileName) {
        if (judged.problems().count() > 0 || judged.isKnown()) {
            throw new IllegalStateException("nothing to write");
        }
        long before = files.newestEntry();
        judged.changes().write(entityManager::flush);
        entityManager.flush();
        files.keep(new Taking(Ids.next(clock.millis()), judged.kind(), judged.sha256(), fileName, judged.rows(),
                judged.changes().created(), judged.changes().changed(), clock.instant(), caller.subject()), before,
                caller.requestId());
    }

    /** Lower-case hex. */
    static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

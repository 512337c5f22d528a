package id.capaian.people.control;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.ImportChanges;
import id.capaian.people.ImportKind;
import id.capaian.people.ImportProblems;
import id.capaian.people.ImportProblems.ImportProblem;
import id.capaian.people.ImportRow;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Takes a file of people, units or figures: all of it or nothing. Rows are matched by business keys, so that a file may be
 * sent again; the very same file changes nothing.
 */
@TenantUseCase
public class ImportFile {

    private final EntityManager entityManager;
    private final ImportFileSql files;
    private final Iterable<ImportKind> kinds;
    private final Texts texts;
    private final Caller caller;
    private final Clock clock;

    ImportFile() {
        this(null, null, (Iterable<ImportKind>) null, null, null, null);
    }

    @Inject
    ImportFile(EntityManager entityManager, ImportFileSql files, @Any Instance<ImportKind> kinds, Texts texts, Caller caller,
            Clock clock) {
        this(entityManager, files, (Iterable<ImportKind>) kinds, texts, caller, clock);
    }

    ImportFile(EntityManager entityManager, ImportFileSql files, Iterable<ImportKind> kinds, Texts texts, Caller caller,
            Clock clock) {
        this.entityManager = entityManager;
        this.files = files;
        this.kinds = kinds;
        this.texts = texts;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Imports a file.
     *
     * @param kindName which kind, e.g. {@code people}
     * @param file     UTF-8 CSV with {@code ;} or {@code ,}, or XLSX (first sheet)
     * @param dryRun   judge and count only
     * @throws ProblemException {@link Problem#NOT_FOUND} for an unknown kind, {@link Problem#UNSUPPORTED_FORMAT},
     *                          {@link Problem#IMPORT_REFUSED} with what is wrong by row and column
     */
    public ImportAnswer run(String kindName, byte[] file, boolean dryRun) {
        ImportKind kind = kind(kindName);
        String sha256 = sha256(file);
        ImportProblems problems = new ImportProblems();
        ImportProblems warnings = new ImportProblems();
        int known = files.rowsOf(kindName, sha256);
        if (known >= 0) {
            return answer(kindName, known, null, dryRun, warnings);
        }
        List<ImportRow> rows = ImportTable.read(file, kind.columns(), problems, warnings);
        ImportChanges changes = new ImportChanges();
        if (problems.count() == 0) {
            kind.prepare(rows, changes);
        }
        if (problems.count() > 0) {
            throw ProblemException.ofFields(Problem.IMPORT_REFUSED, worded(problems));
        }
        if (!dryRun) {
            changes.write(entityManager::flush);
            files.keep(Ids.next(clock.millis()), kindName, sha256, rows.size(), changes.created() + changes.changed(),
                    clock.instant(), caller.subject());
        }
        return answer(kindName, rows.size(), changes, dryRun, warnings);
    }

    private ImportKind kind(String name) {
        return StreamSupport.stream(kinds.spliterator(), false).filter(kind -> kind.kind().equals(name)).findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private ImportAnswer answer(String kind, int rows, ImportChanges changes, boolean dryRun, ImportProblems warnings) {
        return new ImportAnswer(kind, rows, changes == null ? 0 : changes.created(), changes == null ? 0 : changes.changed(),
                changes == null ? rows : changes.unchanged(), dryRun, changes == null,
                warnings.shown().stream().map(this::worded).toList(), warnings.count());
    }

    private List<FieldProblem> worded(ImportProblems problems) {
        List<FieldProblem> worded = new ArrayList<>(problems.shown().stream().map(this::worded).toList());
        int more = problems.count() - worded.size();
        if (more > 0) {
            worded.add(new FieldProblem("file", texts.text(Language.ID, "people.import.more", more)));
        }
        return worded;
    }

    /** In Indonesian whoever reads: the files are the government's own and are corrected there. */
    private FieldProblem worded(ImportProblem problem) {
        String row = problem.row() == 0 ? ""
                : texts.text(Language.ID, "people.import.row", String.valueOf(problem.row()));
        String field = Stream.of(row, problem.column())
                .filter(part -> !part.isEmpty()).reduce((first, second) -> first + ", " + second).orElseThrow();
        return new FieldProblem(field, texts.text(Language.ID, problem.textKey(), problem.arguments().toArray()));
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

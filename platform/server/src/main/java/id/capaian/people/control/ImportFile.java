package id.capaian.people.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.ImportChanges;
import id.capaian.people.control.ImportWork.Judged;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Takes a file of people, units or figures: all of it or nothing. Rows are matched by business keys, so that a file may
 * be sent again; the very same file changes nothing.
 */
@TenantUseCase
public class ImportFile {

    private final ImportWork work;
    private final ImportWords words;

    ImportFile() {
        this(null, null);
    }

    @Inject
    ImportFile(ImportWork work, ImportWords words) {
        this.work = work;
        this.words = words;
    }

    /**
     * Imports a file.
     *
     * @param kindName which kind, e.g. {@code people}
     * @param file     CSV with {@code ;}, {@code ,} or tabs, or XLSX (the visible sheet with the kind's headings)
     * @param dryRun   judge and count only
     * @throws ProblemException {@link Problem#NOT_FOUND} for an unknown kind, {@link Problem#UNSUPPORTED_FORMAT},
     *                          {@link Problem#IMPORT_REFUSED} with what is wrong by row and column
     */
    @LongWork
    public ImportAnswer run(String kindName, byte[] file, boolean dryRun) {
        Judged judged = work.judge(kindName, file, Map.of());
        if (judged.problems().count() > 0) {
            throw ProblemException.ofFields(Problem.IMPORT_REFUSED, words.fields(judged.problems()));
        }
        if (!dryRun && !judged.isKnown()) {
            work.write(judged, null);
        }
        return answer(judged, dryRun);
    }

    private ImportAnswer answer(Judged judged, boolean dryRun) {
        ImportChanges changes = judged.changes();
        return new ImportAnswer(judged.kind(), judged.rows(), changes.created(), changes.changed(),
                judged.isKnown() ? judged.rows() : changes.unchanged(), dryRun, judged.isKnown(),
                judged.warnings().shown().stream().map(words::field).toList(), judged.warnings().count());
    }
}

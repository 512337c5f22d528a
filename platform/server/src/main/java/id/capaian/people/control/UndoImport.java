package id.capaian.people.control;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.control.ImportFileSql.Trace;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Takes an import back as a whole, within a day and as long as nothing has been built on its rows. What it takes back
 * and who did it stays in the audit and in the list of files; the file may be imported again afterwards.
 */
@LongWork
@TenantUseCase
public class UndoImport {

    /** Figures are only ever added: a newer one corrects an older one, and the older one stays. */
    static final String VALUES = "indicator-values";

    private final ImportFileSql files;
    private final UndoObstaclesSql obstacles;
    private final UndoSql undo;
    private final UndoRolesSql roles;
    private final Texts texts;
    private final Caller caller;
    private final Clock clock;

    UndoImport() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    UndoImport(ImportFileSql files, UndoObstaclesSql obstacles, UndoSql undo, UndoRolesSql roles, Texts texts,
            Caller caller, Clock clock) {
        this.files = files;
        this.obstacles = obstacles;
        this.undo = undo;
        this.roles = roles;
        this.texts = texts;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Takes the import back; one that was taken back stays so. Whose roles it brought is to be signed out by the caller
     * of this use case, so that they are gone at once.
     *
     * @return the accounts of those; empty when it was taken back before
     * @throws ProblemException {@link Problem#NOT_FOUND}; {@link Problem#IMPORT_BUILT_ON} with everything that stands
     *                          in the way and how often
     */
    public Set<String> undo(UUID fileId) {
        Trace trace = known(fileId);
        if (trace.undone()) {
            return Set.of();
        }
        refuse(trace);
        Set<String> holders = roles.holders(fileId);
        takeBack(trace);
        files.keepUndo(fileId, clock.instant(), caller.subject());
        return holders;
    }

    /** What {@link #undo} would answer now; it refuses in the same way and changes nothing. */
    public Set<String> losing(UUID fileId) {
        Trace trace = known(fileId);
        if (trace.undone()) {
            return Set.of();
        }
        refuse(trace);
        return roles.holders(fileId);
    }

    private Trace known(UUID fileId) {
        return files.traceOf(fileId).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private void refuse(Trace trace) {
        refuseWhatCannotBe(trace);
        Map<String, Long> found = obstacles.of(trace.id(), trace.kind());
        if (!found.isEmpty()) {
            throw refused(found.entrySet().stream()
                    .map(one -> text("people.undo." + one.getKey(), one.getValue())).toList());
        }
    }

    private void refuseWhatCannotBe(Trace trace) {
        if (trace.kind().equals(VALUES)) {
            throw refused(List.of(text("people.undo.never")));
        }
        if (trace.firstEntry() == null || !TakenFile.isYoung(trace.at(), clock.instant())) {
            throw refused(List.of(text("people.undo.late")));
        }
    }

    private void takeBack(Trace trace) {
        switch (trace.kind()) {
            case "units" -> undo.units(trace.id());
            case "positions" -> undo.positions(trace.id());
            case "people" -> undo.people(trace.id());
            case "assignments" -> undo.assignments(trace.id());
            case "rater-lines" -> undo.raterLines(trace.id());
            case "role-grants" -> undo.roleGrants(trace.id());
            default -> throw refused(List.of(text("people.undo.never")));
        }
    }

    private static ProblemException refused(List<String> reasons) {
        return ProblemException.ofFields(Problem.IMPORT_BUILT_ON,
                reasons.stream().map(reason -> new FieldProblem("import", reason)).toList());
    }

    private String text(String key, Object... arguments) {
        return texts.text(Language.ID, key, arguments);
    }
}

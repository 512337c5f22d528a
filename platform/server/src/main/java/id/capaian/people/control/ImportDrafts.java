package id.capaian.people.control;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.ImportColumn;
import id.capaian.people.ImportProblems.ImportProblem;
import id.capaian.people.control.ImportDraftSql.Held;
import id.capaian.people.control.ImportWork.Judged;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Files on their way in: sent and judged, their headings told, then taken or thrown away. A draft is kept for a day.
 */
@TenantUseCase
public class ImportDrafts {

    private static final Duration KEPT = Duration.ofDays(1);

    private final ImportWork work;
    private final ImportWords words;
    private final ImportDraftSql drafts;
    private final ImportMappingSql mappings;
    private final Once once;
    private final Caller caller;
    private final Clock clock;

    ImportDrafts() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    ImportDrafts(ImportWork work, ImportWords words, ImportDraftSql drafts, ImportMappingSql mappings, Once once,
            Caller caller, Clock clock) {
        this.work = work;
        this.words = words;
        this.drafts = drafts;
        this.mappings = mappings;
        this.once = once;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Keeps a file with what taking it would do. Drafts of the day before are forgotten.
     *
     * @param key idempotency key of the form
     * @throws ProblemException {@link Problem#NOT_FOUND} for an unknown kind, {@link Problem#UNSUPPORTED_FORMAT},
     *                          in words where it is a kind of file that people often take for a sheet
     */
    @LongWork
    public Kept keep(String kind, String fileName, byte[] file, String key) {
        return once.perform(key, Map.of("kind", kind, "file", ImportWork.sha256(file)), Kept.class, () -> {
            forgetOld();
            Judged judged = work.judge(kind, file, Map.of());
            if (!judged.isKnown() && !judged.table().isSheet()) {
                throw ProblemException.ofFields(Problem.UNSUPPORTED_FORMAT, words.fields(judged.problems()));
            }
            DraftOutcome outcome = outcome(judged);
            UUID id = Ids.next(clock.millis());
            drafts.keep(new Held(id, kind, fileName, file, Map.of(), 1), outcome, clock.instant(), caller.subject());
            return new Kept(id);
        });
    }

    /** Takes away drafts of more than a day ago. Repeating it changes nothing. */
    public void forgetOld() {
        drafts.forgetBefore(clock.instant().minus(KEPT));
    }

    /** A draft that was made. */
    public record Kept(UUID draftId) {
    }

    /** @throws ProblemException {@link Problem#NOT_FOUND} */
    public ImportDraft read(UUID draftId) {
        return drafts.find(draftId).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    /** Names of the kinds of file, in the order in which a new government needs them. */
    public List<String> kinds() {
        return work.kinds();
    }

    /** Names of the columns that headings of files of a kind may stand for. */
    public List<String> columns(String kind) {
        return work.kind(kind).columns().stream().map(ImportColumn::name).toList();
    }

    /**
     * Says what headings stand for, judges the file anew and remembers it for files like this.
     *
     * @param columns by place of the heading: name of a column, empty for not read
     * @throws ProblemException {@link Problem#INVALID_INPUT} for a column the kind does not have, or no heading at all,
     *                          {@link Problem#VERSION_STALE}
     */
    @LongWork
    public void tell(UUID draftId, long version, Map<Integer, String> columns) {
        Held draft = held(draftId, version);
        List<String> known = columns(draft.kind());
        columns.values().stream().filter(column -> !column.equals(Headings.UNUSED) && !known.contains(column))
                .findFirst().ifPresent(column -> {
                    throw invalid(column, "people.import.columnUnknown", known);
                });
        List<DraftOutcome.Heading> headings = read(draftId).outcome().headings();
        if (headings.isEmpty()) {
            throw invalid("columns", "people.import.noHeadings", known);
        }
        Map<String, String> told = told(headings, columns);
        Judged judged = work.judge(draft.kind(), draft.content(), told);
        if (!judged.isKnown()) {
            mappings.keep(draft.kind(), judged.table().headings().signature(), told, clock.instant(), caller.subject());
        }
        drafts.change(draftId, told, outcome(judged));
    }

    private ProblemException invalid(String field, String text, List<String> known) {
        return ProblemException.ofFields(Problem.INVALID_INPUT, List.of(new FieldProblem(field,
                words.text(new ImportProblem(0, field, text, List.of(String.join(", ", known)))))));
    }

    private static Map<String, String> told(List<DraftOutcome.Heading> headings, Map<Integer, String> columns) {
        List<String> keys = Headings.keys(headings.stream().map(DraftOutcome.Heading::title).toList());
        Map<String, String> told = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            String column = columns.get(headings.get(i).index());
            if (column != null) {
                told.put(keys.get(i), column);
            }
        }
        return told;
    }

    /** @param taken whether it was; else the draft says what is wrong by now */
    public record Taken(boolean taken) {
    }

    /**
     * Takes the file if it is sound still; the draft is gone then.
     *
     * @param key idempotency key of the form
     * @throws ProblemException {@link Problem#NOT_FOUND}, {@link Problem#VERSION_STALE}
     */
    @LongWork
    public Taken take(UUID draftId, long version, String key) {
        return once.perform(key, Map.of("draft", draftId, "version", version), Taken.class, () -> {
            Held draft = held(draftId, version);
            Judged judged = work.judge(draft.kind(), draft.content(), draft.told());
            if (judged.problems().count() > 0) {
                drafts.change(draftId, draft.told(), outcome(judged));
                return new Taken(false);
            }
            if (!judged.isKnown()) {
                work.write(judged, draft.fileName());
            }
            drafts.forget(draftId);
            return new Taken(true);
        });
    }

    /**
     * Throws a draft away.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND}
     */
    public void discard(UUID draftId) {
        drafts.hold(draftId).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        drafts.forget(draftId);
    }

    /**
     * The draft's file with what is wrong with it, for marking.
     *
     * @param problems by row; words in Indonesian
     */
    public record Marks(String fileName, byte[] file, String sheet, int headingRow,
            Map<Integer, List<MarkedSheet.Mark>> problems) {
    }

    /** @throws ProblemException {@link Problem#NOT_FOUND} */
    @LongWork
    public Marks marks(UUID draftId) {
        Held draft = drafts.hold(draftId).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Judged judged = work.judge(draft.kind(), draft.content(), draft.told());
        if (judged.isKnown()) {
            return new Marks(draft.fileName(), draft.content(), "", 1, Map.of());
        }
        Headings headings = judged.table().headings();
        Map<Integer, List<MarkedSheet.Mark>> marks = new HashMap<>();
        judged.problems().all().forEach(problem -> marks
                .computeIfAbsent(problem.row() == 0 ? headings.row() : problem.row(), row -> new ArrayList<>())
                .add(new MarkedSheet.Mark(headings.placeOf(problem.column()), words.marked(problem, headings))));
        if (judged.problems().isCut()) {
            marks.computeIfAbsent(headings.row(), row -> new ArrayList<>())
                    .add(new MarkedSheet.Mark(-1, words.cut(judged.problems())));
        }
        return new Marks(draft.fileName(), draft.content(), judged.table().sheet(), headings.row(), marks);
    }

    private Held held(UUID draftId, long version) {
        Held draft = drafts.hold(draftId).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        if (draft.version() != version) {
            throw new ProblemException(Problem.VERSION_STALE);
        }
        return draft;
    }

    private DraftOutcome outcome(Judged judged) {
        if (judged.isKnown()) {
            return new DraftOutcome("", 1, List.of(), judged.rows(), 0, 0, judged.rows(), 0, 0, List.of(), 0, List.of(),
                    true);
        }
        Headings headings = judged.table().headings();
        return new DraftOutcome(judged.table().sheet(), headings.row(), headings.all().stream()
                .map(heading -> new DraftOutcome.Heading(heading.index(), heading.title(), heading.column())).toList(),
                judged.table().read(), judged.changes().created(), judged.changes().changed(),
                judged.changes().unchanged(), judged.problems().rowsBelow(headings.row()), judged.problems().count(),
                words.told(judged.problems(), headings), judged.warnings().count(),
                words.told(judged.warnings(), headings), false);
    }
}

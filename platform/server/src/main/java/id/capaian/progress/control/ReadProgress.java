package id.capaian.progress.control;

import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Employees;
import id.capaian.people.Person;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.planning.Plan;
import id.capaian.planning.PlanIndicator;
import id.capaian.planning.Plans;
import id.capaian.progress.JudgementView;
import id.capaian.progress.Progress;
import id.capaian.progress.ProgressView;
import id.capaian.progress.entity.Judgement;
import id.capaian.progress.entity.ProgressEntry;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person recorded, for that person and for the rater; the rater's look is kept in the access log. */
@TenantUseCase
public class ReadProgress {

    private static final String PURPOSE = "progress.purpose.review";

    private final ProgressRights rights;
    private final ProgressEntries entries;
    private final Progress progress;
    private final Employees employees;
    private final Periods periods;
    private final Plans plans;
    private final AccessLog accessLog;

    ReadProgress() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    ReadProgress(ProgressRights rights, ProgressEntries entries, Progress progress, Employees employees,
            Periods periods, Plans plans, AccessLog accessLog) {
        this.rights = rights;
        this.entries = entries;
        this.progress = progress;
        this.employees = employees;
        this.periods = periods;
        this.plans = plans;
        this.accessLog = accessLog;
    }

    /**
     * What a rated person recorded in a period.
     *
     * @param offered periods that take entries of the person's unit today, latest first
     * @param open    whether the period is one of them, so that entries can be judged
     * @param lines   one for each indicator of the plans in force, in their order, after those of each plan what was
     *                recorded for indicators that a revision dropped since
     */
    public record Reviewed(Person person, Period period, List<Period> offered, boolean open, List<Line> lines) {
    }

    /**
     * An indicator with what was recorded for it.
     *
     * @param entry   null when nothing was
     * @param judged  what raters decided about it, oldest first
     * @param settled whether the ratings that rest on it were given, so that nothing is decided about it any more
     * @param dropped whether the plan in force has the indicator no more. What was handed in before is evaluated by the
     *                plan of then (domain.md 4), so that the entry is judged all the same
     */
    public record Line(PlanIndicator indicator, ProgressView entry, List<JudgementView> judged, boolean settled,
            boolean dropped) {
    }

    /** Refuses whom the entry neither belongs to nor is rated by as not found. */
    public ProgressView entry(UUID entryId) {
        ProgressEntry entry = entries.get(entryId);
        if (rights.readsAnother(entry)) {
            accessLog.read(rights.ownerOf(entry), PURPOSE);
        }
        return entry.view(entries.evidenceOf(entry));
    }

    /** What raters decided about an entry, oldest first, for those who may see the entry. */
    public List<JudgementView> judgements(UUID entryId) {
        return judgementsOf(List.of(entry(entryId).progressEntryId())).getOrDefault(entryId, List.of());
    }

    private Map<UUID, List<JudgementView>> judgementsOf(Collection<UUID> entryIds) {
        return entries.judgementsOf(entryIds).stream().collect(Collectors.groupingBy(Judgement::progressEntryId,
                Collectors.mapping(Judgement::view, Collectors.toList())));
    }

    /**
     * For the rater; somebody the caller does not rate is not found.
     *
     * @param codeOrId the period; null or empty for the one people work in now
     */
    public Reviewed of(UUID employeeId, String codeOrId) {
        Period period = periods.named(codeOrId);
        List<Plan> rated = rights.ratedPlansOf(employeeId, period);
        accessLog.read(employeeId, PURPOSE);
        Map<UUID, ProgressView> recorded = rated.stream()
                .flatMap(plan -> progress.entries(plan.skpId(), period.periodId()).stream())
                .collect(Collectors.toMap(ProgressView::individualIndicatorId, Function.identity()));
        Map<UUID, List<JudgementView>> judged = judgementsOf(
                recorded.values().stream().map(ProgressView::progressEntryId).toList());
        List<PlanIndicator> dropped = dropped(rated, recorded.keySet());
        List<Line> lines = rated.stream()
                .flatMap(plan -> lines(plan, dropped, rights.isSettled(plan, period), recorded, judged)).toList();
        List<Period> offered = periods.takingEntries(rights.unitOf(rated.get(0)));
        return new Reviewed(employees.find(employeeId).orElseThrow(), period, offered, offered.contains(period), lines);
    }

    /** Recorded indicators that none of the plans has, as they were; there are few, if any. */
    private List<PlanIndicator> dropped(List<Plan> rated, Set<UUID> recorded) {
        Set<UUID> shown = rated.stream().flatMap(Plan::indicators).map(PlanIndicator::indicatorId)
                .collect(Collectors.toSet());
        return recorded.stream().filter(id -> !shown.contains(id)).sorted().map(plans::indicator)
                .flatMap(Optional::stream).toList();
    }

    private static Stream<Line> lines(Plan plan, List<PlanIndicator> dropped, boolean settled,
            Map<UUID, ProgressView> recorded, Map<UUID, List<JudgementView>> judged) {
        return Stream.concat(plan.indicators().map(indicator -> line(indicator, settled, false, recorded, judged)),
                dropped.stream().filter(indicator -> indicator.skpId().equals(plan.skpId()))
                        .map(indicator -> line(indicator, settled, true, recorded, judged)));
    }

    private static Line line(PlanIndicator indicator, boolean settled, boolean dropped,
            Map<UUID, ProgressView> recorded, Map<UUID, List<JudgementView>> judged) {
        ProgressView entry = recorded.get(indicator.indicatorId());
        return new Line(indicator, entry,
                entry == null ? List.of() : judged.getOrDefault(entry.progressEntryId(), List.of()), settled, dropped);
    }
}

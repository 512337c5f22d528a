package id.capaian.planning.control;

import id.capaian.extension.PackForms;
import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.CivilNumber;
import id.capaian.people.Employees;
import id.capaian.people.Placement;
import id.capaian.people.RaterLink;
import id.capaian.people.Units;
import id.capaian.planning.Period;
import id.capaian.planning.entity.SkpStatus;
import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormPurpose;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows plans to those who may see them. */
@TenantUseCase
public class ReadPlans {

    private static final Set<String> EVERYWHERE = Set.of(Roles.REGION_HR_ADMIN, Roles.PERF_MANAGER);
    private static final Set<String> IN_UNIT = Set.of(Roles.UNIT_HEAD, Roles.UNIT_HR_ADMIN);

    private static final Set<String> WAITING = Set.of(SkpStatus.SUBMITTED.name(), SkpStatus.REVISION_REQUESTED.name());

    private final SheetSql sheets;
    private final PackForms forms;
    private final TeamSql team;
    private final Employees employees;
    private final Units units;
    private final AccessLog accessLog;
    private final Caller caller;
    private final Today today;

    ReadPlans() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    ReadPlans(SheetSql sheets, PackForms forms, TeamSql team, Employees employees, Units units, AccessLog accessLog,
            Caller caller, Today today) {
        this.sheets = sheets;
        this.forms = forms;
        this.team = team;
        this.employees = employees;
        this.units = units;
        this.accessLog = accessLog;
        this.caller = caller;
        this.today = today;
    }

    /** The caller's plans with the newest values; one statement. */
    public OwnPlans own() {
        LocalDate day = today.date();
        return sheets.own(caller.employeeId(), day.minusYears(1), day);
    }

    /**
     * The caller's plans and posts.
     *
     * @param unplanned posts held today without a plan for today, the definitive one first
     */
    public record OwnPosts(OwnPlans own, List<Placement> unplanned) {

        public OwnPosts {
            unplanned = List.copyOf(unplanned);
        }
    }

    /** The caller's plans with the newest values, and the posts that have none. */
    public OwnPosts ownPosts() {
        OwnPlans own = own();
        LocalDate day = today.date();
        Set<UUID> planned = own.plans().stream().filter(plan -> !plan.endsOn().isBefore(day))
                .map(PlanSheet::assignmentId).collect(Collectors.toSet());
        return new OwnPosts(own, employees.placementsOf(caller.employeeId(), day).stream()
                .filter(post -> !planned.contains(post.assignmentId())).toList());
    }

    /**
     * A plan as its owner or rater reads it, with the seven values.
     *
     * @param draft    the next version while one is prepared beside the one in force, else null
     * @param behavior the seven values; empty when there is no plan
     * @param form     the pack's plan form; null when there is none, or it is not loaded yet
     */
    public record ReadPlan(Period period, PlanSheet plan, PlanSheet draft, String ownerName,
            List<BehaviorLine> behavior,
            Form form) {
    }

    /**
     * One of the caller's plans as its owner reads it, beside the others.
     *
     * @param shown its plan is null when the caller has none
     */
    public record MyPlans(ReadPlan shown, OwnPosts posts) {
    }

    /**
     * The caller's plans.
     *
     * @param skpId which to show with the seven values; null for the first
     * @throws ProblemException {@link Problem#NOT_FOUND} for somebody else's, or one that ended long ago
     */
    public MyPlans mine(UUID skpId) {
        OwnPosts posts = ownPosts();
        List<PlanSheet> plans = posts.own().plans();
        PlanSheet shown = skpId == null ? plans.stream().findFirst().orElse(null)
                : plans.stream().filter(plan -> plan.skpId().equals(skpId)).findFirst()
                        .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return new MyPlans(withValues(posts.own(), shown), posts);
    }

    private ReadPlan withValues(OwnPlans own, PlanSheet plan) {
        if (plan == null) {
            return new ReadPlan(own.period(), null, null, null, List.of(), null);
        }
        PlanSheet draft = !plan.inForce() || !SkpStatus.valueOf(plan.status()).isBeingPrepared()
                ? null : sheets.ofPlans(List.of(plan.skpId()), true, today.date()).plans().get(0);
        return new ReadPlan(own.period(), plan, draft, null, behavior(plan), form(draft == null ? plan : draft));
    }

    private List<BehaviorLine> behavior(PlanSheet plan) {
        return sheets.behavior(plan.skpId(), plan.versionNo(), today.date());
    }

    private Form form(PlanSheet plan) {
        return forms.find(plan.packId(), plan.packVersion(), FormPurpose.PLAN).orElse(null);
    }

    /**
     * The form the pack brings for a plan, to be answered.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND} when it brings none, {@link Problem#PACK_NOT_READY} while this
     *                          node cannot say
     */
    public Form formToAnswer(PlanSheet plan) {
        return forms.get(plan.packId(), plan.packVersion(), FormPurpose.PLAN);
    }

    /**
     * Somebody's plan; reading another's is noted for that person to see.
     *
     * @param newest the version being prepared, which the rater has to judge; else the one in force
     * @throws ProblemException {@link Problem#NOT_FOUND} also when the caller may not see it
     */
    public ReadPlan one(UUID skpId, boolean newest) {
        OwnPlans found = sheets.ofPlans(List.of(skpId), newest, today.date());
        PlanSheet plan = found.plans().stream().findFirst().orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        if (!maySee(plan)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        accessLog.read(plan.employeeId(), "planning.purpose.plan");
        return new ReadPlan(found.period(), plan, null, employees.find(plan.employeeId()).orElseThrow().displayName(),
                behavior(plan), form(plan));
    }

    /**
     * Everything a person ever planned, for the regional admin who mends it; noted for that person to see. Empty when
     * nobody has the number.
     */
    public Optional<PersonPlans> ofPerson(CivilNumber number) {
        return employees.byNumber(number).map(person -> {
            accessLog.read(person.employeeId(), "planning.purpose.plan");
            return new PersonPlans(person.displayName(), sheets.ofPerson(person.employeeId(), today.date()).plans());
        });
    }

    /** A person's plans, cancelled ones too. */
    public record PersonPlans(String name, List<PlanSheet> plans) {

        public PersonPlans {
            plans = List.copyOf(plans);
        }
    }

    private boolean maySee(PlanSheet plan) {
        UUID self = caller.employeeIfAny().orElse(null);
        return EVERYWHERE.stream().anyMatch(caller::has) || self != null
                && (plan.employeeId().equals(self) || rates(self, plan) || overseesUnitOf(self, plan));
    }

    /** Who rates the post today, or rated it on the plan's last day. */
    private boolean rates(UUID self, PlanSheet plan) {
        LocalDate day = plan.endsOn().isBefore(today.date()) ? plan.endsOn() : today.date();
        RaterLink link = employees.raterOf(plan.assignmentId(), day).orElse(null);
        return link != null && (self.equals(link.raterId()) || self.equals(link.raterSuperiorId()));
    }

    private boolean overseesUnitOf(UUID self, PlanSheet plan) {
        Placement placement = employees.placements(List.of(plan.assignmentId())).get(plan.assignmentId());
        List<UUID> path = units.upwards(placement.orgUnitId());
        return IN_UNIT.stream().filter(caller::has)
                .flatMap(role -> units.unitsWithRole(self, role, today.date()).stream()).anyMatch(path::contains);
    }

    /**
     * A plan in the list of a rater.
     *
     * @param skpId   null, like status and version, when the person has no plan
     * @param aligned see {@link PlanSheet}; true when there is no plan
     */
    public record TeamLine(UUID employeeId, String name, String positionName, UUID skpId, String status, Long version,
            boolean aligned) {
    }

    /** The people the caller rates today with their plans; those that wait for the rater first. */
    public List<TeamLine> team() {
        return team.ratedBy(caller.employeeId(), today.date());
    }

    /** How many plans wait for the caller's decision. */
    public long waiting() {
        return team().stream().filter(line -> line.status() != null && WAITING.contains(line.status())).count();
    }
}

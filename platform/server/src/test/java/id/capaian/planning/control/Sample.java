package id.capaian.planning.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.extension.Catalogue;
import id.capaian.extension.PackForms;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.kernel.tenancy.Wiring;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.plugin.api.Aspect;
import id.capaian.plugin.api.Attribution;
import id.capaian.plugin.api.Direction;
import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormPurpose;
import id.capaian.plugin.api.Frequency;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.SampleRule;
import id.capaian.plugin.api.Target;
import id.capaian.plugin.api.WeightedIndicator;
import id.capaian.registry.Registry;
import id.capaian.registry.RegistrySnapshot;
import id.capaian.registry.TenantState;
import id.capaian.registry.TenantView;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A puskesmas of Samarinda with a nurse and the head who rates her. Each test makes its own; a pack with one person's
 * and one service's indicator is there as if enabled, and no plan yet.
 */
public final class Sample {

    static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private static final String PERSON = """
            insert into __T__.employee (employee_id, number_kind, civil_number, full_name, employment, birth_date, sex,
                legal_status, version)
            values (?, 'NIP', ?, 'Siti Rahmah', 'PNS', date '1990-03-15', 'FEMALE', '01', 1)""";
    private static final String UNIT = """
            insert into __T__.org_unit
            values (?, ?, 'Puskesmas', 'HEALTH_CENTRE', null, date '2020-01-01', null, 1)""";
    private static final String POSITION =
            "insert into __T__.position values (?, ?, 'Perawat', 'FUNCTIONAL_EXPERT', 'health', 1)";
    private static final String ASSIGNMENT =
            "insert into __T__.assignment values (?, ?, ?, ?, 'DEFINITIVE', date '2024-03-01', null, 1)";
    private static final String RATER_LINE =
            "insert into __T__.rater_line values (?, ?, ?, null, date '2024-03-01', null, 1)";
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);
    private static final AtomicInteger SECONDS = new AtomicInteger();

    private final Slice slice = Slice.ofTwoTenants();
    private final UUID unit = id();
    private final UUID nurse = id();
    private final UUID head = id();
    private final UUID assignment = id();
    private final String nurseNumber = number();
    private Form planForm;
    private Duration ahead = Duration.ZERO;
    private boolean packless;
    private UUID packedUnit;
    private boolean packKnown = true;

    private Sample() {
    }

    /** A nurse, the head who rates her, and where they work. */
    public static Sample aNurseAndTheHeadWhoRatesHer() {
        Sample sample = new Sample();
        sample.slice.inTenant("samarinda", "sample", work -> {
            EntityManager em = work.entityManager();
            write(em, PERSON, sample.nurse, sample.nurseNumber);
            write(em, PERSON, sample.head, number());
            write(em, UNIT, sample.unit, "U" + sample.unit);
            sample.posted(em, sample.nurse, sample.assignment, sample.unit);
            write(em, RATER_LINE, id(), sample.assignment, sample.head);
            return null;
        });
        return sample;
    }

    /** The pack brings this plan form, too. */
    Sample withPlanForm(String schema, String layout, Map<String, String> texts) {
        planForm = new Form("samarinda.plan@1", new LocalizedText("Rencana", "Plan"), FormPurpose.PLAN, schema, layout,
                Map.of("id", texts, "en", texts));
        return this;
    }

    /** This node knows nothing of the pack any more: its key was withdrawn, say. */
    Sample withoutKnowingThePack() {
        planForm = null;
        packKnown = false;
        return this;
    }

    /** So many days later from now on. */
    public Sample after(int days) {
        ahead = ahead.plusDays(days);
        return this;
    }

    /** A period of the tenant's, which is not the one people work in now. */
    public Period period(String kind, LocalDate startsOn, LocalDate endsOn, String status) {
        UUID period = id();
        slice.inTenant("samarinda", "sample", work -> {
            write(work.entityManager(), "insert into __T__.assessment_period values (?, ?, ?, ?, ?, ?, ?, 1)", period,
                    "P" + period, "Periode " + startsOn, kind, startsOn, endsOn, status);
            return null;
        });
        return asAdmin(wiring -> wiring.get(Periods.class).find(period)).orElseThrow();
    }

    /** A new unit above the nurse's. */
    public UUID unitAbove() {
        UUID above = id();
        slice.inTenant("samarinda", "sample", work -> {
            write(work.entityManager(), UNIT, above, "U" + above);
            write(work.entityManager(), "update __T__.org_unit set parent_id = ? where org_unit_id = ?", above, unit);
            return null;
        });
        return above;
    }

    /** A period is over for good. */
    public void close(Period period) {
        slice.inTenant("samarinda", "sample", work -> {
            write(work.entityManager(), "update __T__.assessment_period set status = 'CLOSED'"
                    + " where assessment_period_id = ?", period.periodId());
            return null;
        });
    }

    /** The nurse's plan ends on a day. */
    public void endPlanOn(LocalDate day) {
        slice.inTenant("samarinda", "sample", work -> {
            write(work.entityManager(), "update __T__.skp set ends_on = ? where assignment_id = ?", day, assignment);
            return null;
        });
    }

    /** No pack is enabled, so no set holds for the nurse's post. */
    public Sample withoutPack() {
        packless = true;
        return this;
    }

    /** The pack is enabled for that unit alone. */
    Sample withPackOnlyIn(UUID only) {
        packedUnit = only;
        return this;
    }

    /** The head has a post in that unit. */
    Sample withTheHeadIn(UUID where) {
        slice.inTenant("samarinda", "sample", work -> {
            posted(work.entityManager(), head, id(), where);
            return null;
        });
        return this;
    }

    /** The head has a plan in force, in another unit so that only that one is made. */
    Sample withThePlanOfTheHead() {
        UUID office = id();
        slice.inTenant("samarinda", "sample", work -> {
            write(work.entityManager(), UNIT, office, "U" + office);
            posted(work.entityManager(), head, id(), office);
            return null;
        });
        assertEquals(1, asAdmin(wiring -> wiring.get(MakePlansInBulk.class).run(office, true, null)).made());
        return this;
    }

    /** A plan of the nurse that both signed and that begins next year. */
    UUID approvedForNextYear() {
        UUID next = id();
        slice.inTenant("samarinda", "sample", work -> {
            write(work.entityManager(), "insert into __T__.skp values (?, ?, date '2027-01-01', date '2027-12-31',"
                    + " 'APPROVED', 1, null, 1)", next, assignment);
            return null;
        });
        return next;
    }

    /** The nurse's first post ends on a day, as a file of assignments says. */
    void endPost(LocalDate lastDay) {
        slice.inTenant("samarinda", "sample", work -> {
            write(work.entityManager(), "update __T__.assignment set valid_to = ? where assignment_id = ?", lastDay,
                    assignment);
            return null;
        });
    }

    /** The head rates the nurse's first post until a day. */
    public void endRaterLine(LocalDate lastDay) {
        slice.inTenant("samarinda", "sample", work -> {
            write(work.entityManager(), "update __T__.rater_line set valid_to = ? where assignment_id = ?", lastDay,
                    assignment);
            return null;
        });
    }

    /** Another post of the nurse, in another unit, from a day on. */
    UUID posts(String kind, LocalDate from) {
        UUID post = id();
        UUID where = id();
        UUID position = id();
        slice.inTenant("samarinda", "sample", work -> {
            write(work.entityManager(), UNIT, where, "U" + where);
            write(work.entityManager(), POSITION, position, "P" + position);
            write(work.entityManager(), "insert into __T__.assignment values (?, ?, ?, ?, ?, ?, null, 1)", post, nurse,
                    position, where, kind, from);
            return null;
        });
        return post;
    }

    private void posted(EntityManager em, UUID employee, UUID post, UUID where) {
        UUID position = id();
        write(em, POSITION, position, "P" + position);
        write(em, ASSIGNMENT, post, employee, position, where);
    }

    public UUID unit() {
        return unit;
    }

    public UUID nurse() {
        return nurse;
    }

    String nurseNumber() {
        return nurseNumber;
    }

    /** Code of the unit, as files name it. */
    String unitCode() {
        return "U" + unit;
    }

    static UUID id() {
        return Ids.next(Slice.CLOCK.millis());
    }

    private static String number() {
        return "199003152014032" + NUMBERS.incrementAndGet();
    }

    static void write(EntityManager em, String sql, Object... values) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }

    private static PackDescriptor pack() {
        LocalizedText text = new LocalizedText("Pasien terlayani", "Patients are served");
        List<Indicator> indicators = List.of(
                new Indicator("SMD.RSP", text, text, Direction.MIN, text, Frequency.MONTHLY, Attribution.PERSON,
                        SampleRule.NONE, null),
                new Indicator("SMD.SAT", text, text, Direction.MAX, text, Frequency.MONTHLY, Attribution.SERVICE,
                        SampleRule.PUBLIC, null));
        IndicatorSet set = new IndicatorSet("samarinda.health", "health", text, List.of(
                new WeightedIndicator("SMD.RSP", new BigDecimal("35"), Target.of(new BigDecimal("24")), text,
                Aspect.TIME),
                new WeightedIndicator("SMD.SAT", new BigDecimal("65"), Target.of(new BigDecimal("80")), text,
                        Aspect.QUALITY)));
        return new PackDescriptor("region-samarinda", "1.0.0", text, text, indicators, List.of(set), List.of(),
                List.of(),
                "{}", new Parameters(Map.of()), Map.of());
    }

    /** Packs as if one were enabled. */
    private static final class OnePack extends PlanSets {

        private final UUID onlyUnit;

        OnePack(UUID onlyUnit) {
            this.onlyUnit = onlyUnit;
        }

        @Override
        Optional<PackDescriptor> packIfAny(UUID orgUnitId) {
            return onlyUnit == null || onlyUnit.equals(orgUnitId) ? Optional.of(pack()) : Optional.empty();
        }
    }

    /** The indicators of that pack, as if it were enabled. */
    private static final class ItsIndicators extends Catalogue {

        ItsIndicators() {
            super(null, null);
        }

        @Override
        public List<Indicator> indicatorsOf(TenantCode tenant) {
            return pack().indicators();
        }
    }

    /** As long as none is. */
    private static final class NoPack extends PlanSets {

        @Override
        Optional<PackDescriptor> packIfAny(UUID orgUnitId) {
            return Optional.empty();
        }
    }

    /** Its forms; their answers are checked for real. */
    private static final class ItsForms extends PackForms {

        private final Form planForm;
        private final boolean known;

        ItsForms(Form planForm, boolean known) {
            super(null);
            this.planForm = planForm;
            this.known = known;
        }

        @Override
        public Optional<Form> find(String packId, String packVersion, FormPurpose purpose) {
            return Optional.ofNullable(planForm).filter(form -> form.purpose() == purpose);
        }

        @Override
        public boolean isKnown(String packId, String packVersion) {
            return known;
        }
    }

    /** One unit of work of somebody. */
    public <T> T as(String tenant, UUID employeeId, Set<String> roles, Function<Wiring, T> act) {
        return slice.inTenant(tenant, "subject", employeeId, work -> {
            TenantCode code = new TenantCode(tenant);
            work.caller().signedOn(code, "subject", "subject", employeeId, roles);
            Registry registry = new Registry();
            registry.know(new RegistrySnapshot(Map.of(code, new TenantView(code, tenant, "00.00", tenant,
                    ZoneId.of("Asia/Makassar"), "id", TenantState.ACTIVE, "1")), Map.of()));
            // Each unit of work a second later: of two values in one millisecond neither is the newer one.
            Clock later = Clock.offset(work.clock(), ahead.plusSeconds(SECONDS.incrementAndGet()));
            return act.apply(Wiring.of(new Slice.Unit(work.entityManager(), work.caller(), later), registry,
                    packless ? new NoPack() : new OnePack(packedUnit), new ItsForms(planForm, packKnown),
                    new ItsIndicators()));
        });
    }

    public <T> T asNurse(Function<Wiring, T> act) {
        return as("samarinda", nurse, Set.of(Roles.EMPLOYEE), act);
    }

    public <T> T asHead(Function<Wiring, T> act) {
        return as("samarinda", head, Set.of(Roles.EMPLOYEE, Roles.RATER), act);
    }

    public <T> T asAdmin(Function<Wiring, T> act) {
        return as("samarinda", null, Set.of(Roles.REGION_HR_ADMIN), act);
    }

    /** The nurse's draft. */
    PlanState drafted() {
        return asNurse(wiring -> wiring.get(MakePlan.class).forPost(null, null));
    }

    /** A move of the nurse. */
    PlanState nurseDoes(PlanMove move, PlanState plan, String reason) {
        return asNurse(wiring -> wiring.get(MovePlan.class).move(move, plan.skpId(), plan.version(), reason, null));
    }

    /** A move of the head. */
    PlanState headDoes(PlanMove move, PlanState plan, String reason) {
        return asHead(wiring -> wiring.get(MovePlan.class).move(move, plan.skpId(), plan.version(), reason, null));
    }

    /** The nurse's plan, signed by both and in force. */
    public PlanState signed() {
        return headDoes(PlanMove.APPROVE, nurseDoes(PlanMove.SUBMIT, drafted(), null), null);
    }

    /** A plan of an acting duty of the nurse, beside her first one; the head rates her there, too. */
    public PlanState signedForAnActingDuty() {
        UUID post = posts("ACTING", DAY.minusMonths(1));
        slice.inTenant("samarinda", "sample", work -> {
            write(work.entityManager(), RATER_LINE, id(), post, head);
            return null;
        });
        PlanState draft = asNurse(wiring -> wiring.get(MakePlan.class).forPost(post, null));
        return headDoes(PlanMove.APPROVE, nurseDoes(PlanMove.SUBMIT, draft, null), null);
    }

    /** The plan with another target, as both agreed in a revision. */
    public PlanState revised(PlanState plan, String code, String target) {
        PlanState asked = nurseDoes(PlanMove.REQUEST_REVISION, plan, "Sasaran unit berubah");
        PlanState draft = headDoes(PlanMove.ACCEPT_REVISION, asked, null);
        PlanState changed = asNurse(wiring -> wiring.get(ChangePlan.class)
                .targets(draft.skpId(), draft.version(), Map.of(code, new BigDecimal(target)), null));
        return headDoes(PlanMove.APPROVE, nurseDoes(PlanMove.SUBMIT, changed, null), null);
    }

    /** The nurse's plan as she reads it. */
    PlanSheet sheet() {
        return asNurse(wiring -> wiring.get(ReadPlans.class).own()).plans().get(0);
    }

    public static void assertProblem(Problem problem, Runnable act) {
        assertEquals(problem, assertThrows(ProblemException.class, act::run).problem());
    }
}

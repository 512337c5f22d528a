package id.capaian.planning.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.kernel.tenancy.Wiring;
import id.capaian.people.ImportChanges;
import id.capaian.people.ImportProblems;
import id.capaian.people.ImportRow;
import id.capaian.planning.IndicatorValues;
import id.capaian.planning.NewReading;
import id.capaian.planning.PeriodClosed;
import id.capaian.planning.Periods;
import id.capaian.planning.Plan;
import id.capaian.planning.Plans;
import id.capaian.planning.Reading;
import id.capaian.planning.control.PlanSheet.IndicatorLine;
import id.capaian.planning.control.RecordIndicatorValues.ValueInput;
import id.capaian.planning.control.RecordIndicatorValues.ValuesInput;
import id.capaian.planning.entity.PeriodStatus;
import id.capaian.planning.entity.Skp;
import id.capaian.planning.entity.SubjectKind;
import id.capaian.plugin.api.Aspect;
import id.capaian.plugin.api.Attribution;
import id.capaian.plugin.api.Direction;
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
import id.capaian.registry.Tenants;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans and values on a real database with two tenants. */
class PlansTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final String PERSON = """
            insert into __T__.employee (employee_id, number_kind, civil_number, full_name, employment, birth_date, sex,
                legal_status, version)
            values (?, 'NIP', ?, 'Siti Rahmah', 'PNS', date '1990-03-15', 'FEMALE', '01', 1)""";
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);
    private static final AtomicInteger SECONDS = new AtomicInteger();

    private final Slice slice = Slice.ofTwoTenants();
    private final UUID unit = id();
    private final UUID nurse = id();
    private final UUID head = id();
    private final UUID assignment = id();
    private final String nurseNumber = number();

    private static String number() {
        return "199003152014032" + NUMBERS.incrementAndGet();
    }

    private static UUID id() {
        return Ids.next(Slice.CLOCK.millis());
    }

    @BeforeEach
    void aNurseAndTheHeadWhoRatesHer() {
        slice.inTenant("samarinda", "sample", work -> {
            EntityManager em = work.entityManager();
            UUID position = id();
            write(em, "insert into __T__.org_unit values (?, ?, 'Puskesmas', 'HEALTH_CENTRE', null, date '2020-01-01', null, 1)",
                    unit, "U" + unit);
            write(em, "insert into __T__.position values (?, ?, 'Perawat', 'FUNCTIONAL_EXPERT', 'health', 1)", position,
                    "P" + position);
            write(em, PERSON, nurse, nurseNumber);
            write(em, PERSON, head, number());
            write(em, "insert into __T__.assignment values (?, ?, ?, ?, 'DEFINITIVE', date '2024-03-01', null, 1)", assignment,
                    nurse, position, unit);
            write(em, "insert into __T__.rater_line values (?, ?, ?, null, date '2024-03-01', null, 1)", id(), assignment, head);
            return null;
        });
    }

    private static void write(EntityManager em, String sql, Object... values) {
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
                new WeightedIndicator("SMD.RSP", new BigDecimal("35"), Target.of(new BigDecimal("24")), text, Aspect.TIME),
                new WeightedIndicator("SMD.SAT", new BigDecimal("65"), Target.of(new BigDecimal("80")), text, Aspect.QUALITY)));
        return new PackDescriptor("region-samarinda", "1.0.0", text, text, indicators, List.of(set), List.of(), List.of(),
                "{}", new Parameters(Map.of()), Map.of());
    }

    /** Packs as if one were enabled. */
    private static final class OnePack extends PlanSets {

        @Override
        PackDescriptor packOf(UUID orgUnitId) {
            return pack();
        }
    }

    private <T> T as(String tenant, UUID employeeId, Set<String> roles, Function<Wiring, T> act) {
        return slice.inTenant(tenant, "subject", employeeId, work -> {
            work.caller().signedOn(new TenantCode(tenant), "subject", "subject", employeeId, roles);
            Registry registry = new Registry();
            registry.know(new RegistrySnapshot(Map.of(new TenantCode(tenant), new TenantView(new TenantCode(tenant), tenant,
                    "00.00", tenant, ZoneId.of("Asia/Makassar"), "id", TenantState.ACTIVE, "1")), Map.of()));
            // Each unit of work a second later: of two values in one millisecond neither is the newer one.
            Clock later = Clock.offset(work.clock(), Duration.ofSeconds(SECONDS.incrementAndGet()));
            return act.apply(Wiring.of(new Slice.Unit(work.entityManager(), work.caller(), later), registry, new OnePack()));
        });
    }

    private <T> T asNurse(Function<Wiring, T> act) {
        return as("samarinda", nurse, Set.of(Roles.EMPLOYEE), act);
    }

    private <T> T asHead(Function<Wiring, T> act) {
        return as("samarinda", head, Set.of(Roles.EMPLOYEE, Roles.RATER), act);
    }

    private <T> T asAdmin(Function<Wiring, T> act) {
        return as("samarinda", null, Set.of(Roles.REGION_HR_ADMIN), act);
    }

    private static void assertProblem(Problem problem, Runnable act) {
        assertEquals(problem, assertThrows(ProblemException.class, act::run).problem());
    }

    private PlanState signed() {
        PlanState made = asNurse(wiring -> wiring.get(MakePlan.class).forOwnPost());
        PlanState sent = asNurse(wiring -> wiring.get(MoveOwnPlan.class).submit(made.skpId(), made.version()));
        return asHead(wiring -> wiring.get(DecideOnPlan.class).approve(made.skpId(), sent.version()));
    }

    @Test
    void goesFromTheSetToForce() {
        PlanState plan = signed();
        assertEquals("ACTIVE", plan.status());
        assertEquals(LocalDate.of(2026, 12, 31), plan.endsOn());
        Plan read = asAdmin(wiring -> wiring.get(Plans.class).activePlanOf(nurse, DAY)).orElseThrow();
        assertEquals("samarinda.health", read.indicatorSet());
        assertEquals(1, read.results().size());
        assertEquals(List.of("SMD.RSP", "SMD.SAT"), read.indicators().map(indicator -> indicator.code()).toList());
        assertEquals(new BigDecimal("24"), read.indicators().findFirst().orElseThrow().target());
        UUID indicatorId = read.indicators().findFirst().orElseThrow().indicatorId();
        asAdmin(wiring -> {
            assertEquals(nurse, wiring.get(Plans.class).indicator(indicatorId).orElseThrow().employeeId());
            UUID period = wiring.get(Periods.class).current().periodId();
            assertTrue(wiring.get(Plans.class).activeIn(period).stream().anyMatch(planHead ->
                    planHead.skpId().equals(plan.skpId()) && planHead.orgUnitId().equals(unit)));
            assertEquals(List.of(read), wiring.get(Plans.class).plans(List.of(plan.skpId())));
            return null;
        });
    }

    @Test
    void keepsPlansFromTheOtherTenant() {
        PlanState plan = signed();
        as("tubei", null, Set.of(Roles.REGION_HR_ADMIN), wiring -> {
            assertTrue(wiring.get(Plans.class).plans(List.of(plan.skpId())).isEmpty());
            assertProblem(Problem.NOT_FOUND, () -> wiring.get(ReadPlans.class).one(plan.skpId(), false));
            return null;
        });
    }

    @Test
    void refusesASecondPlanForThePost() {
        signed();
        assertProblem(Problem.CONFLICT, () -> asNurse(wiring -> wiring.get(MakePlan.class).forOwnPost()));
    }

    @Test
    void letsOnlyTheRaterDecide() {
        PlanState made = asNurse(wiring -> wiring.get(MakePlan.class).forOwnPost());
        PlanState sent = asNurse(wiring -> wiring.get(MoveOwnPlan.class).submit(made.skpId(), made.version()));
        assertProblem(Problem.SELF_RATING, () -> as("samarinda", nurse, Set.of(Roles.RATER),
                wiring -> wiring.get(DecideOnPlan.class).approve(made.skpId(), sent.version())));
        assertProblem(Problem.NOT_THE_RATER, () -> as("samarinda", id(), Set.of(Roles.RATER),
                wiring -> wiring.get(DecideOnPlan.class).approve(made.skpId(), sent.version())));
        assertProblem(Problem.NOT_FOUND, () -> asHead(wiring ->
                wiring.get(MoveOwnPlan.class).withdraw(made.skpId(), sent.version())));
        assertProblem(Problem.VERSION_STALE, () -> asHead(wiring ->
                wiring.get(DecideOnPlan.class).approve(made.skpId(), made.version())));
    }

    @Test
    void agreesOnOtherTargetsBeforeSigning() {
        PlanState made = asNurse(wiring -> wiring.get(MakePlan.class).forOwnPost());
        assertProblem(Problem.INVALID_INPUT, () -> asNurse(wiring -> wiring.get(ChangePlan.class)
                .targets(made.skpId(), made.version(), Map.of("SMD.RSP", BigDecimal.ZERO))));
        assertProblem(Problem.INVALID_INPUT, () -> asNurse(wiring -> wiring.get(ChangePlan.class)
                .targets(made.skpId(), made.version(), Map.of("SMD.XXX", BigDecimal.ONE))));
        asNurse(wiring -> wiring.get(ChangePlan.class)
                .targets(made.skpId(), made.version(), Map.of("SMD.RSP", new BigDecimal("20"))));
        assertProblem(Problem.VERSION_STALE, () -> asNurse(wiring -> wiring.get(ChangePlan.class)
                .targets(made.skpId(), made.version(), Map.of("SMD.RSP", new BigDecimal("21")))));
        PlanSheet sheet = asNurse(wiring -> wiring.get(ReadPlans.class).own()).plans().get(0);
        assertEquals(new BigDecimal("20"), sheet.results().get(0).indicators().get(0).target());
        assertFalse(sheet.inForce());
    }

    @Test
    void keepsTheAgreedTargetsWhileARevisionIsPrepared() {
        PlanState plan = signed();
        PlanState asked = asNurse(wiring -> wiring.get(MoveOwnPlan.class)
                .requestRevision(plan.skpId(), plan.version(), "Sasaran unit berubah"));
        PlanState draft = asHead(wiring -> wiring.get(DecideOnPlan.class).acceptRevision(plan.skpId(), asked.version()));
        PlanState changed = asNurse(wiring -> wiring.get(ChangePlan.class)
                .targets(plan.skpId(), draft.version(), Map.of("SMD.SAT", new BigDecimal("85"))));
        assertEquals(new BigDecimal("80"), target("SMD.SAT"));
        PlanState sent = asNurse(wiring -> wiring.get(MoveOwnPlan.class).submit(plan.skpId(), changed.version()));
        PlanSheet newest = asHead(wiring -> wiring.get(ReadPlans.class).one(plan.skpId(), true)).plan();
        assertEquals(2, newest.versionNo());
        asHead(wiring -> wiring.get(DecideOnPlan.class).approve(plan.skpId(), sent.version()));
        assertEquals(new BigDecimal("85"), target("SMD.SAT"));
    }

    private BigDecimal target(String code) {
        return asAdmin(wiring -> wiring.get(Plans.class).activePlanOf(nurse, DAY)).orElseThrow().indicators()
                .filter(indicator -> indicator.code().equals(code)).findFirst().orElseThrow().target();
    }

    @Test
    void takesOverSignedPlansOnce() {
        asAdmin(wiring -> {
            var answer = wiring.get(MakePlansInBulk.class).run(unit, true);
            assertEquals(1, answer.made());
            return null;
        });
        asAdmin(wiring -> {
            var answer = wiring.get(MakePlansInBulk.class).run(unit, true);
            assertEquals(0, answer.made());
            assertEquals(1, answer.hadOne());
            return null;
        });
        PlanSheet sheet = asNurse(wiring -> wiring.get(ReadPlans.class).own()).plans().get(0);
        assertEquals("ACTIVE", sheet.status());
        assertEquals("SKP ditandatangani kedua pihak di luar sistem", sheet.note());
    }

    @Test
    void showsTheNewestValueOfPersonAndUnit() {
        signed();
        asAdmin(wiring -> {
            RecordIndicatorValues record = wiring.get(RecordIndicatorValues.class);
            record.run(new ValuesInput(List.of(value(SubjectKind.PERSON, nurseNumber, "SMD.RSP", "31"),
                    value(SubjectKind.SERVICE, "U" + unit, "SMD.SAT", "83.6"))), null);
            return null;
        });
        asAdmin(wiring -> wiring.get(RecordIndicatorValues.class).run(
                new ValuesInput(List.of(value(SubjectKind.PERSON, nurseNumber, "SMD.RSP", "30"))), "key-" + nurse));
        asAdmin(wiring -> wiring.get(RecordIndicatorValues.class).run(
                new ValuesInput(List.of(value(SubjectKind.PERSON, nurseNumber, "SMD.RSP", "30"))), "key-" + nurse));
        OwnPlans own = asNurse(wiring -> wiring.get(ReadPlans.class).own());
        assertEquals("2026-Q4", own.period().code());
        List<IndicatorLine> indicators = own.plans().get(0).results().get(0).indicators();
        assertEquals(new BigDecimal("30"), indicators.get(0).latest().value());
        assertEquals(new BigDecimal("83.6"), indicators.get(1).latest().value());
        assertEquals(120, indicators.get(1).latest().sampleSize());
        Map<UUID, Map<String, Reading>> latest = asAdmin(wiring ->
                wiring.get(IndicatorValues.class).latest(List.of(nurse, unit), own.period().periodId()));
        assertEquals(new BigDecimal("30"), latest.get(nurse).get("SMD.RSP").value());
        assertEquals(new BigDecimal("0.95"), latest.get(unit).get("SMD.SAT").accuracy());
    }

    private static ValueInput value(SubjectKind kind, String subject, String indicator, String value) {
        return new ValueInput(kind, subject, indicator, "2026-Q4", new BigDecimal(value), "test", Slice.CLOCK.instant(), 120,
                null, BigDecimal.ONE, BigDecimal.ONE, new BigDecimal("0.95"));
    }

    @Test
    void refusesValuesOfOthersUnits() {
        assertProblem(Problem.FORBIDDEN, () -> as("samarinda", head, Set.of(Roles.UNIT_HR_ADMIN), wiring ->
                wiring.get(RecordIndicatorValues.class).run(
                        new ValuesInput(List.of(value(SubjectKind.PERSON, nurseNumber, "SMD.RSP", "1"))), null)));
        assertProblem(Problem.INVALID_INPUT, () -> asAdmin(wiring -> wiring.get(RecordIndicatorValues.class).run(
                new ValuesInput(List.of(value(SubjectKind.UNIT, "NIRWANA", "SMD.RSP", "1"))), null)));
    }

    @Test
    void refusesTwoValuesOfOneIndicatorAtOnce() {
        ValueInput one = value(SubjectKind.PERSON, nurseNumber, "SMD.RSP", "1");
        ValueInput two = value(SubjectKind.PERSON, nurseNumber, "SMD.RSP", "2");
        assertProblem(Problem.INVALID_INPUT, () -> asAdmin(wiring -> wiring.get(RecordIndicatorValues.class).run(
                new ValuesInput(List.of(one, two)), null)));
    }

    @Test
    void importsValuesAndAddsOnlyWhatDiffers() {
        assertEquals(1, imported("30").created());
        assertEquals(1, imported("30,00").unchanged());
        assertEquals(1, imported("29").changed());
    }

    private ImportChanges imported(String value) {
        return asAdmin(wiring -> {
            ImportChanges changes = new ImportChanges();
            ImportProblems problems = new ImportProblems();
            wiring.get(IndicatorValueImport.class).prepare(List.of(new ImportRow(2, Map.of("subjek", "pegawai", "kunci",
                    nurseNumber, "indikator", "SMD.RSP", "periode", "2026-Q4", "nilai", value, "sumber", "import",
                    "diambil_pada", "2026-11-20T09:00:00+08:00", "akurasi", "0,9"), problems, problems)), changes);
            assertEquals(0, problems.count(), problems.shown()::toString);
            changes.write(wiring.get(EntityManager.class)::flush);
            return changes;
        });
    }

    @Test
    void notesWhoReadSomebodysPlan() {
        PlanState plan = signed();
        asNurse(wiring -> wiring.get(ReadPlans.class).one(plan.skpId(), false));
        asHead(wiring -> wiring.get(ReadPlans.class).one(plan.skpId(), false));
        assertEquals(1, (int) asNurse(wiring -> wiring.get(AccessLog.class).of(nurse, 10).size()));
        assertProblem(Problem.NOT_FOUND, () -> as("samarinda", id(), Set.of(Roles.EMPLOYEE),
                wiring -> wiring.get(ReadPlans.class).one(plan.skpId(), false)));
    }

    @Test
    void printsTheSevenValues() {
        signed();
        List<BehaviorLine> behavior = asNurse(wiring -> wiring.get(ReadPlans.class).ownWithValues()).behavior();
        assertEquals(7, behavior.size());
        assertEquals("Berorientasi Pelayanan", behavior.get(0).nameId());
        assertEquals(3, behavior.get(0).conductPoints().size());
        assertNull(behavior.get(0).expectation());
    }

    @Test
    void listsTheTeamOfTheRater() {
        PlanState plan = signed();
        assertEquals(List.of(plan.skpId()), asHead(wiring -> wiring.get(ReadPlans.class).team()).stream()
                .map(ReadPlans.TeamLine::skpId).toList());
    }

    @Test
    void opensClosedPeriodsForExtendedUnitsOnly() {
        UUID closed = asAdmin(wiring -> wiring.get(Periods.class).byCode("2026-Q3").periodId());
        assertProblem(Problem.PERIOD_NOT_OPEN, () -> asAdmin(wiring -> {
            wiring.get(Periods.class).requireOpen(closed, unit);
            return null;
        }));
        asAdmin(wiring -> {
            write(wiring.get(EntityManager.class), "insert into __T__.period_extension values (?, ?, date '2026-11-30', 'banjir')",
                    closed, unit);
            wiring.get(Periods.class).requireOpen(closed, unit);
            wiring.get(Periods.class).requireOpen(wiring.get(Periods.class).current().periodId(), unit);
            return null;
        });
    }

    @Test
    void movesPeriodsOnlyForward() {
        asAdmin(wiring -> {
            MovePeriod periods = wiring.get(MovePeriod.class);
            var first = periods.all().stream().filter(period -> period.code().equals("2026-Q1")).findFirst().orElseThrow();
            assertProblem(Problem.MOVE_NOT_ALLOWED, () -> periods.move(first.periodId(), first.version(), PeriodStatus.OPEN));
            assertProblem(Problem.VERSION_STALE,
                    () -> periods.move(first.periodId(), first.version() + 1, PeriodStatus.ARCHIVED));
            return null;
        });
    }

    @Test
    void announcesThatAPeriodClosesAndNothingElse() {
        UUID closing = id();
        asAdmin(wiring -> {
            write(wiring.get(EntityManager.class), "insert into __T__.assessment_period values (?, ?, 'Uji', 'QUARTERLY',"
                    + " date '2025-01-01', date '2025-03-31', 'OPEN', 1)", closing, "P" + closing);
            MovePeriod periods = wiring.get(MovePeriod.class);
            var grace = periods.move(closing, 1, PeriodStatus.GRACE);
            assertEquals(PeriodStatus.CLOSED, grace.next());
            assertEquals(List.of(), wiring.fired());
            var closed = periods.move(closing, grace.version(), PeriodStatus.CLOSED);
            assertEquals(List.of(new PeriodClosed(closing, "P" + closing)), wiring.fired());
            assertNull(periods.move(closing, closed.version(), PeriodStatus.ARCHIVED).next());
            assertEquals(1, wiring.fired().size());
            return null;
        });
    }

    @Test
    void anApprovedPlanComesIntoForceOnItsFirstDayAndStaysThere() {
        UUID next = id();
        asAdmin(wiring -> {
            write(wiring.get(EntityManager.class), "insert into __T__.skp values (?, ?, date '2027-01-01',"
                    + " date '2027-12-31', 'APPROVED', 1, null, 1)", next, assignment);
            return null;
        });
        // New Year's Eve 16:00 in Greenwich is midnight in Samarinda.
        assertEquals("APPROVED", statusAfterActivation(next, "2026-12-31T15:59:00Z"));
        assertEquals("ACTIVE", statusAfterActivation(next, "2026-12-31T16:00:00Z"));
        long version = asAdmin(wiring -> wiring.get(EntityManager.class).find(Skp.class, next).version());
        assertEquals("ACTIVE", statusAfterActivation(next, "2027-01-02T00:00:00Z"));
        assertTrue(version == asAdmin(wiring -> wiring.get(EntityManager.class).find(Skp.class, next).version()));
    }

    private String statusAfterActivation(UUID skpId, String moment) {
        asAdmin(wiring -> {
            Clock then = Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
            EntityManager em = wiring.get(EntityManager.class);
            return new ActivatePlans(em, new Today(wiring.get(Tenants.class), wiring.get(Caller.class), then)).activate();
        });
        return asAdmin(wiring -> wiring.get(EntityManager.class).find(Skp.class, skpId).status().name());
    }

    @Test
    void recordsThroughTheFace() {
        UUID period = asAdmin(wiring -> wiring.get(Periods.class).current().periodId());
        asAdmin(wiring -> {
            wiring.get(IndicatorValues.class).record(new NewReading("PERSON", nurse, "SMD.RSP", period, new BigDecimal("7"),
                    "progress", Slice.CLOCK.instant(), null, null, null, null, null, null));
            return null;
        });
        assertEquals(new BigDecimal("7"), asAdmin(wiring -> wiring.get(IndicatorValues.class).latest(List.of(nurse), period))
                .get(nurse).get("SMD.RSP").value());
    }
}

package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.RunAttention;
import id.capaian.evaluation.boundary.RunView;
import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.readiness.control.FindObstacles;
import id.capaian.readiness.control.Found;
import id.capaian.readiness.control.Gap;
import id.capaian.readiness.control.Listed;
import id.capaian.readiness.control.ReadReadiness;
import id.capaian.readiness.control.Reason;
import id.capaian.readiness.control.Stage;
import id.capaian.readiness.control.UnitState;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who cannot be scored and what is missing, on the tables of a government; the reasons are those of a run. */
class ReadinessSliceTest {

    private static final int MANY = 1000;

    private final Sample sample = new Sample();

    @Test
    void givesTheReasonARunGives() {
        List<EvaluationView> people = sample.opened();
        people.forEach(one -> sample.marked(sample.submitted(one), "MEETS"));
        UUID without = people.get(0).employeeId();
        forgetValues(without);
        UUID poor = people.get(1).employeeId();
        // Newer than any other by its key.
        write("""
                insert into __T__.indicator_value values (?, 'PERSON', ?, 'SLC.PAT', ?, 76, 'import', now(), null, null,
                    0.1, 1, 0.2, null, now())""", new UUID(-1, System.nanoTime()), poor, sample.government.period);
        RunView run = sample.run();
        List<RunAttention> missed = sample.admin(bench -> bench.get(ReadRuns.class).detail(run.runId())).attention();
        assertEquals(2, missed.size());
        Found found = find(null, MANY);
        for (RunAttention one : missed) {
            UUID employee = people.stream().filter(each -> each.evaluationId().equals(one.evaluationId())).findFirst()
                    .orElseThrow().employeeId();
            Reason reason = reasons(found, employee).get(0);
            assertEquals(one.reasonCode(), reason.code());
            assertEquals(one.reason().id(), reason.detail().indonesian());
            assertEquals("/impor?jenis=indicator-values", reason.path());
            assertTrue(reason.remarks().get(0).indonesian().startsWith("SLC.PAT: "), "names the indicator");
        }
        assertTrue(reasons(found, people.get(2).employeeId()).isEmpty());
    }

    @Test
    void needsNoEvaluationToBeOpenedAndTellsWhatWaitsForTheRaterAlone() {
        UUID person = sample.government.people.get(0);
        assertTrue(reasons(find(null, MANY), person).isEmpty(), "only the marks are missing: nothing to be mended");
        forgetValues(person);
        assertEquals(List.of("DATA_QUALITY"), codes(find(null, MANY), person));
        write("update __T__.skp set active_version = null, status = 'SUBMITTED' where assignment_id in"
                + " (select assignment_id from __T__.assignment where employee_id = ?)", person);
        assertEquals(List.of("PLAN_NOT_AGREED"), codes(find(null, MANY), person));
        assertEquals(List.of("NO_PLAN", "NO_RATER"), codes(find(null, MANY), sample.government.head));
    }

    @Test
    void saysWhoHasNoPackAndWhosePackDoesNotCalculate() {
        UUID person = sample.government.people.get(0);
        sample.withPack(new SlicePack("sha").onlyIn(UUID.randomUUID(), UUID.randomUUID()));
        assertEquals(List.of("NO_PACK"), codes(find(null, MANY), person));
        sample.withPack(new SlicePack("sha").disabled());
        assertEquals(List.of("PACK_NOT_READY"), codes(find(null, MANY), person));
        sample.withPack(new SlicePack("sha", person));
        assertEquals(List.of("FAILED"), codes(find(null, MANY), person));
    }

    @Test
    void countsByUnitAndListsWhoIsCounted() {
        UnitState unit = units().stream().filter(one -> one.unitId().equals(sample.government.unit)).findFirst()
                .orElseThrow();
        assertEquals(7, unit.staff());
        assertEquals(4, unit.gaps().get(Gap.NO_PLAN));
        assertEquals(4, unit.gaps().get(Gap.NO_RATER));
        assertEquals(7, unit.gaps().get(Gap.NO_ACCOUNT));
        assertEquals(3, unit.gaps().get(Gap.NO_EVIDENCE));
        assertEquals(0, unit.gaps().get(Gap.NO_VALUE));
        assertEquals(3, unit.stages().get(Stage.WORKING));
        assertEquals(unit.staff(), unit.stages().values().stream().mapToInt(Integer::intValue).sum());
        sample.government.evidenceOf(Sample.SLICE, Sample.HERE, sample.government.people.get(0));
        assertEquals(2, with(Gap.NO_EVIDENCE).people().size());
        for (Gap gap : Gap.values()) {
            assertEquals(units().stream().mapToInt(one -> one.gaps().get(gap)).sum(), with(gap).people().size(),
                    gap.name());
        }
    }

    @Test
    void goesOnWhereAPartEnded() {
        List<UUID> listed = new ArrayList<>();
        UUID after = null;
        do {
            Found part = find(after, 1);
            part.people().forEach(one -> listed.add(one.post().employeeId()));
            after = part.next();
        } while (after != null);
        assertEquals(4, listed.size());
        assertEquals(Set.of(sample.government.head, sample.government.leader, sample.government.rater,
                sample.government.superior), new HashSet<>(listed));
    }

    @Test
    void asksTheDatabaseAsOftenForManyAsForFew() {
        int few = statements();
        new Sample();
        assertEquals(few, statements());
        assertTrue(few <= 16, few + " statements");
    }

    @Test
    void aUnitsAdminSeesTheOwnUnitsOnlyAndTheOtherTenantNothing() {
        UUID admin = sample.government.superior;
        write("insert into __T__.role_grant values (?, 'UNIT_HR_ADMIN', null, ?, ?, 'seed', now(), '2020-01-01', null,"
                + " 1)", UUID.randomUUID(), admin, sample.government.unit);
        assertEquals(Set.of(sample.government.unit), sample.as(admin, Set.of(Roles.UNIT_HR_ADMIN), bench ->
                bench.get(ReadReadiness.class).frame(sample.government.code, null)).unitIds());
        Sample.refused(Problem.FORBIDDEN, () -> sample.as(admin, Set.of(Roles.UNIT_HR_ADMIN), bench ->
                bench.get(ReadReadiness.class).frame(sample.government.code, sample.government.office)));
        Sample.refused(Problem.NOT_FOUND, () -> sample.adminThere(bench ->
                bench.get(ReadReadiness.class).frame(sample.government.code, null)));
    }

    @Test
    void whoIsListedCanReadThatSomebodyLooked() {
        find(null, MANY);
        assertEquals("readiness.purpose.list", sample.as(sample.government.head, bench ->
                bench.get(AccessLog.class).of(sample.government.head, 1)).get(0).purpose());
        assertTrue(sample.as(sample.government.people.get(0), bench ->
                bench.get(AccessLog.class).of(sample.government.people.get(0), 1)).isEmpty(), "was not shown");
        assertNull(find(null, MANY).next());
    }

    private int statements() {
        AtomicInteger asked = new AtomicInteger();
        sample.admin(bench -> {
            bench.with(EntityManager.class, counting(bench.get(EntityManager.class), asked));
            ReadReadiness readiness = bench.get(ReadReadiness.class);
            ReadReadiness.Frame frame = readiness.frame(sample.government.code, null);
            readiness.units(frame);
            return bench.get(FindObstacles.class).find(frame, null, MANY);
        });
        return asked.get();
    }

    static EntityManager counting(EntityManager real, AtomicInteger asked) {
        return (EntityManager) Proxy.newProxyInstance(EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    if (method.getName().matches("create.*Query|find")) {
                        asked.incrementAndGet();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Found find(UUID after, int most) {
        return sample.admin(bench -> bench.get(FindObstacles.class).find(frame(bench), after, most));
    }

    private Found with(Gap gap) {
        return sample.admin(bench -> bench.get(FindObstacles.class).with(gap, frame(bench), null, MANY));
    }

    private List<UnitState> units() {
        return sample.admin(bench -> bench.get(ReadReadiness.class).units(frame(bench)));
    }

    private ReadReadiness.Frame frame(Bench bench) {
        return bench.get(ReadReadiness.class).frame(sample.government.code, sample.government.office);
    }

    private static List<Reason> reasons(Found found, UUID employee) {
        return found.people().stream().filter(one -> one.post().employeeId().equals(employee)).map(Listed::reasons)
                .findFirst().orElse(List.of());
    }

    private static List<String> codes(Found found, UUID employee) {
        return reasons(found, employee).stream().map(Reason::code).toList();
    }

    /** Values are append-only for everybody else. */
    private static void forgetValues(UUID subject) {
        try (Connection owner = Sample.SLICE.connect("p_owner"); PreparedStatement delete = owner.prepareStatement(
                "delete from t_" + Sample.HERE + ".indicator_value where subject_id = ?")) {
            owner.createStatement().execute("set app.actor = 'seed'; set app.request = 'seed'");
            delete.setObject(1, subject);
            assertEquals(1, delete.executeUpdate());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(String sql, Object... parameters) {
        Sample.SLICE.inTenant(Sample.HERE, "seed", unit -> {
            var query = unit.entityManager().createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.executeUpdate();
        });
    }
}

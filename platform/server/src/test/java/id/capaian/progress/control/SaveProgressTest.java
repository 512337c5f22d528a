package id.capaian.progress.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.Catalogue;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.kernel.tenancy.Wiring;
import id.capaian.planning.Periods;
import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormPurpose;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import id.capaian.progress.ProgressChanging;
import id.capaian.progress.ProgressView;
import id.capaian.registry.Registry;
import id.capaian.registry.RegistrySnapshot;
import id.capaian.registry.TenantState;
import id.capaian.registry.TenantView;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recording progress on a real database with two tenants. */
class SaveProgressTest {

    private static final String HERE = "samarinda";
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    private static final LocalizedText NAME = new LocalizedText("Uji", "Test");
    private static final Form FORM = new Form("slice.progress@1", NAME, FormPurpose.PROGRESS, """
            {"type": "object", "additionalProperties": false, "properties": {"served": {"type": "integer"}}}""",
            """
            {"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/served"}]}""",
            Map.of("id", Map.of("served.label", "Terlayani"), "en", Map.of("served.label", "Served")));

    private final Slice slice = Slice.ofTwoTenants();
    private final List<Object> fired = new ArrayList<>();
    private Catalogue catalogue = new Catalogue(null, null);
    private final UUID person = id();
    private final UUID colleague = id();
    private final UUID plan = id();
    private final UUID indicator = id();

    private static UUID id() {
        return Ids.next(Slice.CLOCK.millis());
    }

    @BeforeEach
    void aPersonWithAPlanInForce() {
        slice.inTenant(HERE, "sample", work -> {
            EntityManager em = work.entityManager();
            UUID unit = id();
            UUID position = id();
            UUID assignment = id();
            UUID version = id();
            UUID result = id();
            write(em, "insert into __T__.org_unit values (?, ?, 'Puskesmas', 'HEALTH_CENTRE', null, date '2020-01-01', null, 1)",
                    unit, "U" + unit);
            write(em, "insert into __T__.position values (?, ?, 'Perawat', 'FUNCTIONAL_EXPERT', 'health', 1)", position,
                    "P" + position);
            write(em, """
                    insert into __T__.employee (employee_id, number_kind, civil_number, full_name, employment, birth_date, sex,
                        legal_status, version)
                    values (?, 'NIP', ?, 'Siti Rahmah', 'PNS', date '1990-03-15', 'FEMALE', '01', 1)""", person,
                    "199003152014033" + NUMBERS.incrementAndGet());
            write(em, "insert into __T__.assignment values (?, ?, ?, ?, 'DEFINITIVE', date '2024-03-01', null, 1)", assignment,
                    person, position, unit);
            write(em, "insert into __T__.skp values (?, ?, date '2026-01-01', date '2026-12-31', 'ACTIVE', 1, null, 1)", plan,
                    assignment);
            write(em, "insert into __T__.skp_version values (?, ?, 1, 'QUANTITATIVE', null, null, null, null, null, now())",
                    version, plan);
            write(em, "insert into __T__.work_result values (?, ?, 'MAIN', 1, 'Pasien terlayani', null)", result, version);
            write(em, "insert into __T__.individual_indicator values (?, ?, 1, null, 'Pasien terlayani', 'QUANTITY', 'orang',"
                    + " 'MAX', 80, null, null, 100, 'PERSON')", indicator, result);
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

    private <T> T as(String tenant, UUID employee, Function<Wiring, T> act) {
        return slice.inTenant(tenant, "subject-" + employee, employee, work -> {
            Registry registry = new Registry();
            registry.know(new RegistrySnapshot(Map.of(new TenantCode(tenant), new TenantView(new TenantCode(tenant), tenant,
                    "00.00", tenant, ZoneId.of("Asia/Makassar"), "id", TenantState.ACTIVE, "1")), Map.of()));
            Object event = Proxy.newProxyInstance(Event.class.getClassLoader(), new Class<?>[] {Event.class},
                    (proxy, method, arguments) -> fired.add(arguments[0]) ? null : null);
            return act.apply(Wiring.of(work, registry, event, catalogue));
        });
    }

    private ProgressView first(String value, String key) {
        return as(HERE, person, wiring ->
                wiring.get(SaveProgress.class).forIndicator(indicator, null, input(value), null, key,
                        Locale.ROOT));
    }

    private ProgressView again(UUID entry, String value, long version, String key) {
        return as(HERE, person, wiring ->
                wiring.get(SaveProgress.class).forEntry(entry, input(value), version, key, Locale.ROOT));
    }

    private static ProgressInput input(String value) {
        return new ProgressInput(new BigDecimal(value), "Berjalan", null);
    }

    private static void assertProblem(Problem problem, Runnable act) {
        assertEquals(problem, assertThrows(ProblemException.class, act::run).problem());
    }

    private void change(String sql, Object... values) {
        slice.inTenant(HERE, "sample", work -> {
            write(work.entityManager(), sql, values);
            return null;
        });
    }

    @Test
    void savesAgainstTheVersionSeen() {
        ProgressView made = first("7", null);
        ProgressView changed = again(made.progressEntryId(), "8", made.version(), null);

        assertEquals(made.progressEntryId(), changed.progressEntryId());
        assertEquals(new BigDecimal("8"), changed.value());
        assertEquals(made.version() + 1, changed.version());
        assertTrue(changed.evidence().isEmpty());
        assertProblem(Problem.VERSION_STALE, () -> again(made.progressEntryId(), "9", made.version(), null));
        assertProblem(Problem.VERSION_STALE, () -> first("9", null));
    }

    @Test
    void happensOncePerKey() {
        ProgressView made = first("7", "first-" + plan);
        assertEquals(made, first("7", "first-" + plan));
        ProgressView changed = again(made.progressEntryId(), "8", made.version(), "again-" + plan);
        assertEquals(changed, again(made.progressEntryId(), "8", made.version(), "again-" + plan));
        assertProblem(Problem.IDEMPOTENCY_KEY_REUSED, () ->
                again(made.progressEntryId(), "9", made.version(), "again-" + plan));
    }

    @Test
    void keepsAnswersToAFormThatNobodyKnowsAnyMore() {
        planOfPack();
        catalogue = knowing(List.of(FORM));
        ProgressView made = answered(null, "{\"served\":7}");
        assertEquals("slice.progress@1", made.formId());
        catalogue = knowing(null);
        assertProblem(Problem.PACK_NOT_READY, () -> answered(made, "{\"served\":8}"));
        ProgressView changed = again(made.progressEntryId(), "8", made.version(), null);
        assertEquals(new BigDecimal("8"), changed.value());
        assertEquals("slice.progress@1", changed.formId());
        assertEquals("{\"served\":7}", changed.formAnswers());
        assertFalse(opened().known());
    }

    @Test
    void answersGoOnlyWithAPackThatHasAForm() {
        planOfPack();
        catalogue = knowing(List.of(FORM));
        ProgressView made = answered(null, "{\"served\":7}");
        assertProblem(Problem.INVALID_INPUT, () -> answered(made, "{\"served\":\"x\"}"));
        catalogue = knowing(List.of());
        ProgressView changed = again(made.progressEntryId(), "8", made.version(), null);
        assertNull(changed.formId());
        assertNull(changed.formAnswers());
        assertTrue(opened().known());
    }

    private void planOfPack() {
        change("update __T__.skp_version set pack_id = 'region-slice', pack_version = '1.0.0' where skp_id = ?", plan);
    }

    private ProgressView answered(ProgressView before, String answers) {
        return as(HERE, person, wiring -> wiring.get(SaveProgress.class).forIndicator(indicator, null,
                new ProgressInput(new BigDecimal("7"), "Berjalan", answers), before == null ? null : before.version(),
                null, Locale.ROOT));
    }

    private OpenProgress.Opened opened() {
        return as(HERE, person, wiring -> wiring.get(OpenProgress.class).open(indicator, null));
    }

    /** A catalogue with one pack of these forms; null for one that does not know it. */
    private static Catalogue knowing(List<Form> forms) {
        return new Catalogue(null, null) {
            @Override
            public Optional<PackDescriptor> descriptor(String packId, String version) {
                return Optional.ofNullable(forms).map(its -> new PackDescriptor("region-slice", "1.0.0", NAME, NAME,
                        List.of(), List.of(), its, List.of(), "{}", Parameters.none(), Map.of()));
            }
        };
    }

    @Test
    void announcesTheChangeBeforeItHappens() {
        first("7", null);
        UUID period = as(HERE, person, wiring -> wiring.get(Periods.class).current().periodId());
        assertEquals(List.of(new ProgressChanging(plan, period)), fired);
    }

    @Test
    void findsOnlyTheOwnIndicatorInTheOwnTenant() {
        UUID entry = first("7", null).progressEntryId();
        assertProblem(Problem.NOT_FOUND, () -> as(HERE, colleague, wiring ->
                wiring.get(SaveProgress.class).forEntry(entry, input("1"), 1, null, Locale.ROOT)));
        assertProblem(Problem.NOT_FOUND, () -> as("tubei", person, wiring ->
                wiring.get(SaveProgress.class).forEntry(entry, input("1"), 1, null, Locale.ROOT)));
        assertProblem(Problem.NOT_FOUND, () -> as("tubei", person, wiring ->
                wiring.get(SaveProgress.class).forIndicator(indicator, null, input("1"), null, null, Locale.ROOT)));
    }

    @Test
    void takesNothingForAPlanThatIsNotInForce() {
        change("update __T__.skp set active_version = null, status = 'DRAFT' where skp_id = ?", plan);
        assertProblem(Problem.PLAN_NOT_ACTIVE, () -> first("7", null));
        change("update __T__.skp set active_version = 1, status = 'CANCELLED' where skp_id = ?", plan);
        assertProblem(Problem.PLAN_NOT_ACTIVE, () -> first("7", null));
        change("update __T__.skp set status = 'ACTIVE', ends_on = date '2026-09-30' where skp_id = ?", plan);
        assertProblem(Problem.PLAN_NOT_ACTIVE, () -> first("7", null));
    }

    @Test
    void refusesAnEntryOfAClosedPeriod() {
        UUID old = id();
        UUID earlier = as(HERE, person, wiring -> wiring.get(Periods.class).byCode("2026-Q3").periodId());
        change("insert into __T__.progress_entry (progress_entry_id, skp_id, assessment_period_id, individual_indicator_id,"
                + " status, value, saved_at, version) values (?, ?, ?, ?, 'SAVED', 5, now(), 1)", old, plan, earlier, indicator);
        assertProblem(Problem.PERIOD_NOT_OPEN, () -> again(old, "6", 1, null));
    }
}

package id.capaian.registry.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.tenant.TenantConfig;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.page.Visit;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.problem.TextKey;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.kernel.tenancy.Work;
import id.capaian.registry.RegistrySnapshot;
import id.capaian.registry.TenantState;
import id.capaian.registry.entity.OrderKind;
import id.capaian.registry.entity.Standing;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators want of tenants, through the system door, on a real database with two tenants. */
class OrdersSliceTest {

    private static final String TENANT = "orderslice";
    private static final String NIP = "198001012005011001";

    private final Slice slice = Slice.ofTwoTenants();
    private final Opening opening = opening("65.71", TENANT);

    @AfterEach
    void forget() throws SQLException {
        owner("delete from registry.tenant_order");
        owner("delete from registry.tenant where code = '" + TENANT + "'");
    }

    @Test
    void knowsAll546GovernmentsByTheirCodes() throws SQLException {
        assertEquals("CITY 93, PROVINCE 38, REGENCY 415", single("""
                select string_agg(kind || ' ' || many, ', ' order by kind) from (
                    select kind, count(*) as many from ref.region where tenant_code is not null group by kind) k"""));
        assertEquals("0", single("select count(*) from ref.region where code like '31.%'"));
        assertEquals("6", single("select count(*) from ref.region where code like '96._%' and parent_code = '96'"));
        assertEquals("0", single("select count(*) from ref.region where name ~ '\\s\\s|\\n|,|^\\s|\\s$'"));
        assertEquals(new Government("94.04", "Kabupaten Mimika", "REGENCY", "94", "Papua Tengah", "Asia/Jayapura",
                "mimika", null), find("94.04"));
        assertEquals("Kota Kupang, Asia/Makassar, kotakupang", said(find("53.71")));
        assertEquals("Kabupaten Kupang, Asia/Makassar, kabkupang", said(find("53.01")));
        assertEquals("Kota Pontianak, Asia/Jakarta, pontianak", said(find("61.71")));
        assertEquals("Daerah Istimewa Yogyakarta, Asia/Jakarta, provyogyakarta", said(find("34")));
        assertEquals(Optional.empty(), act(all -> all.governments.find("31.71")));
        assertEquals(Optional.empty(), act(all -> all.governments.find("35.78.26")));
    }

    private static String said(Government government) {
        return government.name() + ", " + government.timeZone() + ", " + government.proposedCode();
    }

    @Test
    void findsGovernmentsByCodeAndNameAndSaysWhichAreOpen() {
        List<Government> found = act(all -> all.governments.search("samarinda"));
        assertEquals(1, found.size());
        assertEquals("samarinda", found.get(0).tenant());
        assertEquals(null, found.get(0).proposedCode(), "the code is in use");
        assertEquals("tubei", find("17.07").tenant());
        assertEquals(List.of("65", "65.01", "65.02", "65.03", "65.04", "65.71"),
                act(all -> all.governments.search("65")).stream().map(Government::code).toList());
        assertEquals(List.of(), act(all -> all.governments.search(" ")));
        assertEquals(20, act(all -> all.governments.search("kabupaten")).size());
    }

    @Test
    void anOpeningIsWrittenAsAFileOfTheRepositoryWouldSayIt() throws SQLException {
        UUID id = UUID.randomUUID();
        TenantOrder order = act(all -> all.order.open(id, opening));
        assertEquals("WAITING", order.state());
        String wanted = wanted();
        TenantConfig read = TenantFiles.parse("wanted", wanted);
        assertEquals("Kota Tarakan", read.name());
        assertEquals(new TenantConfig.Government("65.71", "Kota Tarakan", "65"), read.government());
        assertEquals("Asia/Makassar", read.timeZone());
        assertEquals(List.of("2026-Q4 PLANNED", "2026 PLANNED"),
                read.periods().stream().map(period -> period.code() + " " + period.status()).toList());
        assertTrue(wanted.contains("2026-12-25") && wanted.contains("2027-01-01"), wanted);
        assertEquals(new TenantConfig.FirstAdmin(NIP, "Siti Aminah", "siti@tarakan.example"), read.firstAdmin());
        assertEquals("siti@tarakan.example", read.contacts().get("operations"));
    }

    @Test
    void theDayIsThatOfTheGovernmentsZone() throws SQLException {
        Clock newYearInTheEast = Clock.fixed(Instant.parse("2026-12-31T16:30:00Z"), ZoneOffset.UTC);
        act(newYearInTheEast, all -> all.order.open(UUID.randomUUID(), opening));
        TenantConfig read = TenantFiles.parse("wanted", wanted());
        assertEquals("2027-Q1", read.periods().get(0).code());
    }

    @Test
    void askedTwiceThereIsOneOrderAndAnotherWishUnderItsNumberIsRefused() throws SQLException {
        UUID id = UUID.randomUUID();
        act(all -> all.order.open(id, opening));
        assertEquals(id, act(all -> all.order.open(id, opening)).orderId());
        assertEquals("1", single("select count(*) from registry.tenant_order"));
        assertEquals(Problem.IDEMPOTENCY_KEY_REUSED,
                refusal(all -> all.order.open(id, opening("65.01", TENANT))).problem());
        assertEquals(Problem.IDEMPOTENCY_KEY_REUSED,
                refusal(all -> all.order.ask(id, OrderKind.SUSPEND, "samarinda", "samarinda")).problem());
    }

    /** Of two who ask at once, neither sees what the other has not committed yet. */
    @Test
    void ofTwoOpeningsOfOneGovernmentTheDatabaseRefusesTheSecond() throws SQLException {
        act(all -> all.order.open(UUID.randomUUID(), opening));
        String wanted = wanted();
        PersistenceException refused = assertThrows(PersistenceException.class, () -> write("orderslicetoo", wanted));
        assertTrue(refused.getMessage().contains("uq_tenant_order_government"), refused::getMessage);
        write("orderslicepart", wanted.replaceFirst("\\{", "{\"scope\": \"Kecamatan\", "));
        owner("update registry.tenant_order set state = 'FAILED' where tenant = '" + TENANT + "'");
        write("orderslicetoo", wanted);
        UUID failed = act(all -> all.read.newest(TENANT, null)).get(0).orderId();
        assertThrows(PersistenceException.class, () -> act(all -> all.order.retry(failed)),
                "nor is the one that failed tried again meanwhile");
    }

    @Test
    void whoOpensAGovernmentAtTheSameMomentWaitsAndIsToldOfTheOther() throws Exception {
        ExecutorService second = Executors.newSingleThreadExecutor();
        try {
            Future<ProblemException> told = act(all -> {
                all.order.open(UUID.randomUUID(), opening);
                Future<ProblemException> other = second.submit(() -> refusal(
                        late -> late.order.open(UUID.randomUUID(), opening("65.71", "orderslicetoo"))));
                untilSomebodyWaits();
                return other;
            });
            assertEquals(List.of("governmentCode"),
                    told.get(1, TimeUnit.MINUTES).fields().stream().map(FieldProblem::field).toList());
            assertEquals("1", single("select count(*) from registry.tenant_order"));
        } finally {
            second.shutdownNow();
        }
    }

    private void untilSomebodyWaits() {
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            while (!single("select count(*) from pg_locks where locktype = 'advisory' and not granted").equals("1")) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        });
    }

    private void write(String tenant, String wanted) {
        act(all -> {
            all.orders.order(UUID.randomUUID(), tenant, OrderKind.OPEN, wanted, Slice.CLOCK.instant());
            return null;
        });
    }

    @Test
    void showsOneHundredAfterTheOther() throws SQLException {
        owner("insert into registry.tenant_order (tenant_order_id, tenant, kind, ordered_by, ordered_at, state)"
                + " select uuidv7(), case when n % 2 = 0 then 'samarinda' else 'tubei' end, 'EXPORT', 'test',"
                + " timestamptz '2026-11-01' + interval '1 minute' * (n / 3), 'DONE' from generate_series(1, 250) n");
        List<TenantOrder> first = act(all -> all.read.newest(null, null));
        List<TenantOrder> second = act(all -> all.read.newest(null, first.get(99).orderId()));
        List<TenantOrder> third = act(all -> all.read.newest(null, second.get(99).orderId()));
        assertEquals(List.of(100, 100, 50), List.of(first.size(), second.size(), third.size()));
        assertEquals(250, Stream.of(first, second, third).flatMap(List::stream).map(TenantOrder::orderId).distinct()
                .count());
        assertFalse(first.get(99).orderedAt().isBefore(second.get(0).orderedAt()));
        assertEquals(List.of(), act(all -> all.read.newest(null, third.get(49).orderId())));
        assertEquals(List.of(), act(all -> all.read.newest(null, UUID.randomUUID())), "after none that there is");
        List<TenantOrder> own = act(all -> all.read.newest("tubei", null));
        assertEquals(25, act(all -> all.read.newest("tubei", own.get(99).orderId())).size());
    }

    @Test
    void saysOfEveryFieldWhatIsWrongWithIt() {
        ProblemException all = refusal(work -> work.order.open(UUID.randomUUID(),
                new Opening("31.71", "Kota", "123", "x", "no address", List.of("region-nowhere"))));
        assertEquals(Problem.INVALID_INPUT, all.problem());
        assertEquals(List.of("governmentCode", "code", "adminUsername", "adminName", "adminEmail", "packs"),
                all.fields().stream().map(FieldProblem::field).toList());
        assertEquals(Set.of("governmentCode", "code"), wrong(opening("64.72", "samarinda")), "open already");
        assertEquals(Set.of("code"), wrong(opening("65.71", "operator")), "reserved");
        assertEquals(Set.of("code"), wrong(opening("65.71", "baru")), "the form's own address");
        act(work -> work.order.open(UUID.randomUUID(), opening));
        assertEquals(Set.of("governmentCode"), wrong(opening("65.71", "tarakan2")), "being opened");
        assertEquals(Set.of("code"), wrong(opening("65.01", TENANT)), "ordered already");
    }

    private Set<String> wrong(Opening wish) {
        return Set.copyOf(refusal(all -> all.order.open(UUID.randomUUID(), wish)).fields().stream()
                .map(FieldProblem::field).toList());
    }

    @Test
    void whatTakesSomethingFromPeopleIsTypedAgain() {
        ProblemException unconfirmed = refusal(all ->
                all.order.ask(UUID.randomUUID(), OrderKind.SUSPEND, "samarinda", "Samarinda"));
        assertEquals("confirmation", unconfirmed.fields().get(0).field());
        assertEquals("WAITING", act(all ->
                all.order.ask(UUID.randomUUID(), OrderKind.SUSPEND, "samarinda", "samarinda")).state());
        assertEquals("under-way", why(all -> all.order.ask(UUID.randomUUID(), OrderKind.EXPORT, "samarinda", null)));
        assertEquals(List.of(), act(all -> all.read.newest("tubei", null)), "tubei's own are its own");
        assertEquals("WAITING", act(all -> all.order.ask(UUID.randomUUID(), OrderKind.EXPORT, "tubei", null)).state());
    }

    @Test
    void onlyASuspendedTenantIsDropped() throws SQLException {
        assertEquals("suspend-first", why(all -> all.order.ask(UUID.randomUUID(), OrderKind.DROP, "tubei", "tubei")));
        assertEquals("has-served", why(all -> all.order.ask(UUID.randomUUID(), OrderKind.TAKE_BACK, "tubei", "tubei")));
        tenant("SUSPENDED", "SUSPENDED");
        assertEquals("confirmation",
                refusal(all -> all.order.ask(UUID.randomUUID(), OrderKind.DROP, TENANT, "")).fields().get(0).field());
        assertEquals(OrderKind.DROP,
                act(all -> all.order.ask(UUID.randomUUID(), OrderKind.DROP, TENANT, TENANT)).kind());
        assertEquals(Problem.NOT_FOUND,
                refusal(all -> all.order.ask(UUID.randomUUID(), OrderKind.SUSPEND, "nowhere", "nowhere")).problem());
    }

    @Test
    void aFailedOpeningIsTriedAgainOrTakenBack() throws SQLException {
        UUID id = UUID.randomUUID();
        act(all -> all.order.open(id, opening));
        assertEquals("under-way", why(all -> all.order.retry(id)));
        owner("update registry.tenant_order set state = 'FAILED', failure = 'Keycloak', remedy = 'wait'");
        owner("insert into registry.tenant_order_step (tenant_order_id, position, step, state, said) values ('" + id
                + "', 1, 'ROLE', 'DONE', 'create role'), ('" + id + "', 2, 'ORGANIZATION', 'FAILED', 'no answer')");
        assertEquals(List.of("ROLE", "ORGANIZATION"),
                act(all -> all.read.one(id)).steps().stream().map(OrderStep::step).toList());
        assertEquals(List.of(id), act(all -> all.read.unsettled()).stream().map(TenantOrder::orderId).toList());
        assertEquals(List.of(OrderKind.TAKE_BACK), act(all -> all.read.of(TENANT)).offered());
        assertEquals("WAITING", act(all -> all.order.retry(id)).state());
        assertEquals(List.of(), act(all -> all.read.of(TENANT)).offered(), "one at a time");
        owner("update registry.tenant_order set state = 'FAILED'");
        act(Clock.offset(Slice.CLOCK, Duration.ofMinutes(1)),
                all -> all.order.ask(UUID.randomUUID(), OrderKind.TAKE_BACK, TENANT, TENANT));
        owner("update registry.tenant_order set state = 'DONE' where kind = 'TAKE_BACK'");
        assertEquals("not-failed", why(all -> all.order.retry(id)));
        assertEquals(Standing.NONE, act(all -> all.read.of(TENANT)).standing());
        assertEquals(null, find("65.71").tenant(), "free to be opened again");
        assertEquals("WAITING", act(Clock.offset(Slice.CLOCK, Duration.ofMinutes(2)),
                all -> all.order.open(UUID.randomUUID(), opening)).state());
    }

    @Test
    void aTenantThatIsBeingMadeOrIsDroppedIsNotServed() throws SQLException {
        TenantCode code = new TenantCode(TENANT);
        tenant("ACTIVE", "CREATING");
        assertEquals(TenantState.CREATING, snapshot().tenants().get(code).state());
        assertFalse(snapshot().tenants().get(code).isActive());
        tenant("DROPPED", "SUSPENDED");
        assertFalse(snapshot().tenants().containsKey(code));
        assertEquals(Set.of("code"), wrong(opening("65.71", TENANT)), "a code is never used again");
        owner("delete from registry.tenant where code = '" + TENANT + "'");
        assertFalse(snapshot().tenants().containsKey(code), "taken back");
        assertTrue(snapshot().tenants().get(new TenantCode("samarinda")).isActive());
    }

    private RegistrySnapshot snapshot() {
        return act(all -> new RegistryMemory(RegistryMemory.ofSessions(8)).refreshed(
                new ReadRegistry(all.registry), Slice.CLOCK.instant()));
    }

    private void tenant(String desired, String observed) throws SQLException {
        owner("insert into registry.tenant (code, name, government_code, government_name, province_code, time_zone,"
                + " locale, desired_state, observed_state, settings, changed_at) values ('" + TENANT + "', 'Kota Uji',"
                + " '99.99', 'Kota Uji', '65', 'Asia/Makassar', 'id', '" + desired + "', '" + observed + "', '{}', now())"
                + " on conflict (code) do update set desired_state = excluded.desired_state,"
                + " observed_state = excluded.observed_state");
    }

    private static Opening opening(String government, String code) {
        return new Opening(government, code, NIP, "Siti Aminah", "siti@tarakan.example", List.of());
    }

    private Government find(String code) {
        return act(all -> all.governments.find(code)).orElseThrow();
    }

    private ProblemException refusal(Function<UseCases, ?> work) {
        return assertThrows(ProblemException.class, () -> act(work));
    }

    private String why(Function<UseCases, ?> work) {
        ProblemException refused = refusal(work);
        assertEquals(Problem.TENANT_ORDER_REFUSED, refused.problem());
        String key = ((TextKey) refused.arguments().get(0)).key();
        assertTrue(new Texts().has(key), key);
        return key.substring("operator.refused.".length());
    }

    private record UseCases(OrderTenant order, ReadOrders read, ReadGovernments governments, RegistrySql registry,
            OrdersSql orders) {
    }

    private <T> T act(Function<UseCases, T> work) {
        return act(Slice.CLOCK, work);
    }

    private <T> T act(Clock clock, Function<UseCases, T> work) {
        var door = new Work(Work.Door.SYSTEM, null, "operator-slice", "slice", false);
        return slice.in(door, new Caller(), unit -> {
            var orders = new OrdersSql(unit.entityManager());
            var governments = new GovernmentsSql(unit.entityManager());
            return work.apply(new UseCases(
                    new OrderTenant(orders, governments, new OpeningCheck(new Texts(), new Visit()), clock),
                    new ReadOrders(orders), new ReadGovernments(governments, clock),
                    new RegistrySql(unit.entityManager()), orders));
        });
    }

    private void owner(String sql) throws SQLException {
        try (var owner = slice.connect("p_owner"); var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private String wanted() throws SQLException {
        return single("select cast(wanted as text) from registry.tenant_order where tenant = '" + TENANT + "'");
    }

    private String single(String sql) throws SQLException {
        try (var owner = slice.connect("p_owner"); var query = owner.createStatement();
                var rows = query.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}

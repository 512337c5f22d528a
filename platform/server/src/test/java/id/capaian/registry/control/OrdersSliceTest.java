package id.capaian.registry.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.tenant.TenantConfig;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.registry.RegistrySnapshot;
import id.capaian.registry.TenantState;
import id.capaian.registry.entity.OrderKind;
import id.capaian.registry.entity.Standing;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What operators want of tenants, through the system door, on a real database with two tenants. */
class OrdersSliceTest extends OrdersSlice {

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
        assertEquals(Optional.empty(), act(all -> all.governments().find("31.71")));
        assertEquals(Optional.empty(), act(all -> all.governments().find("35.78.26")));
    }

    private static String said(Government government) {
        return government.name() + ", " + government.timeZone() + ", " + government.proposedCode();
    }

    @Test
    void findsGovernmentsByCodeAndNameAndSaysWhichAreOpen() {
        List<Government> found = act(all -> all.governments().search("samarinda"));
        assertEquals(1, found.size());
        assertEquals("samarinda", found.get(0).tenant());
        assertEquals(null, found.get(0).proposedCode(), "the code is in use");
        assertEquals("tubei", find("17.07").tenant());
        assertEquals(List.of("65", "65.01", "65.02", "65.03", "65.04", "65.71"),
                act(all -> all.governments().search("65")).stream().map(Government::code).toList());
        assertEquals(List.of(), act(all -> all.governments().search(" ")));
        assertEquals(20, act(all -> all.governments().search("kabupaten")).size());
    }

    @Test
    void anOpeningIsWrittenAsAFileOfTheRepositoryWouldSayIt() throws SQLException {
        UUID id = UUID.randomUUID();
        TenantOrder order = act(all -> all.order().open(id, opening));
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
        act(newYearInTheEast, all -> all.order().open(UUID.randomUUID(), opening));
        TenantConfig read = TenantFiles.parse("wanted", wanted());
        assertEquals("2027-Q1", read.periods().get(0).code());
    }

    @Test
    void askedTwiceThereIsOneOrderAndAnotherWishUnderItsNumberIsRefused() throws SQLException {
        UUID id = UUID.randomUUID();
        act(all -> all.order().open(id, opening));
        assertEquals(id, act(all -> all.order().open(id, opening)).orderId());
        assertEquals("1", single("select count(*) from registry.tenant_order"));
        assertEquals(Problem.IDEMPOTENCY_KEY_REUSED,
                refusal(all -> all.order().open(id, opening("65.01", TENANT))).problem());
        assertEquals(Problem.IDEMPOTENCY_KEY_REUSED,
                refusal(all -> all.order().ask(id, OrderKind.SUSPEND, "samarinda", "samarinda")).problem());
    }

    @Test
    void saysOfEveryFieldWhatIsWrongWithIt() {
        ProblemException all = refusal(work -> work.order().open(UUID.randomUUID(),
                new Opening("31.71", "Kota", "123", "x", "no address", List.of("region-nowhere"))));
        assertEquals(Problem.INVALID_INPUT, all.problem());
        assertEquals(List.of("governmentCode", "code", "adminUsername", "adminName", "adminEmail", "packs"),
                all.fields().stream().map(FieldProblem::field).toList());
        assertEquals(Set.of("governmentCode", "code"), wrong(opening("64.72", "samarinda")), "open already");
        assertEquals(Set.of("code"), wrong(opening("65.71", "operator")), "reserved");
        assertEquals(Set.of("code"), wrong(opening("65.71", "baru")), "the form's own address");
        act(work -> work.order().open(UUID.randomUUID(), opening));
        assertEquals(Set.of("governmentCode"), wrong(opening("65.71", "tarakan2")), "being opened");
        assertEquals(Set.of("code"), wrong(opening("65.01", TENANT)), "ordered already");
    }

    private Set<String> wrong(Opening wish) {
        return Set.copyOf(refusal(all -> all.order().open(UUID.randomUUID(), wish)).fields().stream()
                .map(FieldProblem::field).toList());
    }

    @Test
    void whatTakesSomethingFromPeopleIsTypedAgain() {
        ProblemException unconfirmed = refusal(all ->
                all.order().ask(UUID.randomUUID(), OrderKind.SUSPEND, "samarinda", "Samarinda"));
        assertEquals("confirmation", unconfirmed.fields().get(0).field());
        assertEquals("WAITING", act(all ->
                all.order().ask(UUID.randomUUID(), OrderKind.SUSPEND, "samarinda", "samarinda")).state());
        assertEquals("under-way", why(all -> all.order().ask(UUID.randomUUID(), OrderKind.EXPORT, "samarinda", null)));
        assertEquals(List.of(), act(all -> all.read().newest("tubei", null)), "tubei's own are its own");
        assertEquals("WAITING",
                act(all -> all.order().ask(UUID.randomUUID(), OrderKind.EXPORT, "tubei", null)).state());
    }

    @Test
    void onlyASuspendedTenantIsDropped() throws SQLException {
        assertEquals("suspend-first", why(all -> all.order().ask(UUID.randomUUID(), OrderKind.DROP, "tubei", "tubei")));
        assertEquals("has-served",
                why(all -> all.order().ask(UUID.randomUUID(), OrderKind.TAKE_BACK, "tubei", "tubei")));
        tenant("SUSPENDED", "SUSPENDED");
        assertEquals("confirmation",
                refusal(all -> all.order().ask(UUID.randomUUID(), OrderKind.DROP, TENANT, "")).fields().get(0).field());
        assertEquals(OrderKind.DROP,
                act(all -> all.order().ask(UUID.randomUUID(), OrderKind.DROP, TENANT, TENANT)).kind());
        assertEquals(Problem.NOT_FOUND,
                refusal(all -> all.order().ask(UUID.randomUUID(), OrderKind.SUSPEND, "nowhere", "nowhere")).problem());
    }

    @Test
    void aFailedOpeningIsTriedAgainOrTakenBack() throws SQLException {
        UUID id = UUID.randomUUID();
        act(all -> all.order().open(id, opening));
        assertEquals("under-way", why(all -> all.order().retry(id)));
        owner("update registry.tenant_order set state = 'FAILED', failure = 'Keycloak', remedy = 'wait'");
        owner("insert into registry.tenant_order_step (tenant_order_id, position, step, state, said) values ('" + id
                + "', 1, 'ROLE', 'DONE', 'create role'), ('" + id + "', 2, 'ORGANIZATION', 'FAILED', 'no answer')");
        assertEquals(List.of("ROLE", "ORGANIZATION"),
                act(all -> all.read().one(id)).steps().stream().map(OrderStep::step).toList());
        assertEquals(List.of(id), act(all -> all.read().unsettled()).stream().map(TenantOrder::orderId).toList());
        assertEquals(List.of(OrderKind.TAKE_BACK), act(all -> all.read().of(TENANT)).offered());
        assertEquals("WAITING", act(all -> all.order().retry(id)).state());
        assertEquals(List.of(), act(all -> all.read().of(TENANT)).offered(), "one at a time");
        owner("update registry.tenant_order set state = 'FAILED'");
        act(Clock.offset(Slice.CLOCK, Duration.ofMinutes(1)),
                all -> all.order().ask(UUID.randomUUID(), OrderKind.TAKE_BACK, TENANT, TENANT));
        owner("update registry.tenant_order set state = 'DONE' where kind = 'TAKE_BACK'");
        assertEquals("not-failed", why(all -> all.order().retry(id)));
        assertEquals(Standing.NONE, act(all -> all.read().of(TENANT)).standing());
        assertEquals(null, find("65.71").tenant(), "free to be opened again");
        assertEquals("WAITING", act(Clock.offset(Slice.CLOCK, Duration.ofMinutes(2)),
                all -> all.order().open(UUID.randomUUID(), opening)).state());
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
                new ReadRegistry(all.registry()), Slice.CLOCK.instant()));
    }

    private void tenant(String desired, String observed) throws SQLException {
        owner("insert into registry.tenant (code, name, government_code, government_name, province_code, time_zone,"
                + " locale, desired_state, observed_state, settings, changed_at) values ('" + TENANT + "', 'Kota Uji',"
                + " '99.99', 'Kota Uji', '65', 'Asia/Makassar', 'id', '" + desired + "', '" + observed + "', '{}', now())"
                + " on conflict (code) do update set desired_state = excluded.desired_state,"
                + " observed_state = excluded.observed_state");
    }

}

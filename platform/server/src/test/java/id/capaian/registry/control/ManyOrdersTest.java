package id.capaian.registry.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.Admin;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.registry.entity.OrderKind;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two operators at once, and many orders. */
class ManyOrdersTest extends OrdersSlice {

    @Test
    void showsOneHundredAfterTheOther() throws SQLException {
        owner("insert into registry.tenant_order (tenant_order_id, tenant, kind, ordered_by, ordered_at, state)"
                + " select uuidv7(), case when n % 2 = 0 then 'samarinda' else 'tubei' end, 'EXPORT', 'test',"
                + " timestamptz '2026-11-01' + interval '1 minute' * (n / 3), 'DONE' from generate_series(1, 250) n");
        List<TenantOrder> first = act(all -> all.read().newest(null, null));
        List<TenantOrder> second = act(all -> all.read().newest(null, first.get(99).orderId()));
        List<TenantOrder> third = act(all -> all.read().newest(null, second.get(99).orderId()));
        assertEquals(List.of(100, 100, 50), List.of(first.size(), second.size(), third.size()));
        assertEquals(250, Stream.of(first, second, third).flatMap(List::stream).map(TenantOrder::orderId).distinct()
                .count());
        assertFalse(first.get(99).orderedAt().isBefore(second.get(0).orderedAt()));
        assertEquals(List.of(), act(all -> all.read().newest(null, third.get(49).orderId())));
        assertEquals(List.of(), act(all -> all.read().newest(null, UUID.randomUUID())), "after none that there is");
        List<TenantOrder> own = act(all -> all.read().newest("tubei", null));
        assertEquals(25, act(all -> all.read().newest("tubei", own.get(99).orderId())).size());
    }

    @Test
    void ofTwoOpeningsOfOneGovernmentTheDatabaseRefusesTheSecond() throws SQLException {
        act(all -> all.order().open(UUID.randomUUID(), opening));
        String wanted = wanted();
        PersistenceException refused = assertThrows(PersistenceException.class, () -> write("orderslicetoo", wanted));
        assertTrue(refused.getMessage().contains("uq_tenant_order_government"), refused::getMessage);
        write("orderslicepart", wanted.replaceFirst("\\{", "{\"scope\": \"Kecamatan\", "));
        owner("update registry.tenant_order set state = 'FAILED' where tenant = '" + TENANT + "'");
        write("orderslicetoo", wanted);
        UUID failed = act(all -> all.read().newest(TENANT, null)).get(0).orderId();
        assertEquals("under-way", why(all -> all.order().retry(failed)),
                "nor is the one that failed tried again meanwhile");
    }

    /** Where it happened before there was the index. */
    @Test
    void anUpgradeSaysWhichOpeningsStandInItsWay() throws SQLException, IOException {
        act(all -> all.order().open(UUID.randomUUID(), opening));
        try (Connection owner = slice.connect("p_owner"); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("drop index registry.uq_tenant_order_government");
            statement.execute("insert into registry.tenant_order (tenant_order_id, tenant, kind, ordered_by,"
                    + " ordered_at, state, wanted)"
                    + " select uuidv7(), 'orderslicetoo', kind, ordered_by, ordered_at, state, wanted"
                    + " from registry.tenant_order");
            String migration = migration();
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute(migration));
            assertTrue(refused.getMessage().contains("65.71 is being opened twice, as orderslice"),
                    refused::getMessage);
            assertTrue(refused.getMessage().contains("take one back, and migrate again"), refused::getMessage);
            owner.rollback();
        }
    }

    private static String migration() throws IOException {
        try (InputStream file = Admin.class.getResourceAsStream(
                "/db/registry/V202611281401__one_opening_a_government.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whoOpensAGovernmentAtTheSameMomentWaitsAndIsToldOfTheOther() throws Exception {
        ExecutorService second = Executors.newSingleThreadExecutor();
        try {
            Future<ProblemException> told = act(all -> {
                all.order().open(UUID.randomUUID(), opening);
                Future<ProblemException> other = second.submit(() -> refusal(
                        late -> late.order().open(UUID.randomUUID(), opening("65.71", "orderslicetoo"))));
                untilSomebodyWaits();
                return other;
            });
            List<FieldProblem> fields = told.get(1, TimeUnit.MINUTES).fields();
            assertEquals(List.of("governmentCode"), fields.stream().map(FieldProblem::field).toList());
            assertTrue(fields.get(0).detail().contains(TENANT), fields::toString);
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
            all.orders().order(UUID.randomUUID(), tenant, OrderKind.OPEN, wanted, Slice.CLOCK.instant());
            return null;
        });
    }
}

package id.capaian.registry.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.page.Visit;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.problem.TextKey;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.Work;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

/** Orders of tenants through the system door, on a real database with two tenants. */
abstract class OrdersSlice {

    static final String TENANT = "orderslice";
    static final String NIP = "198001012005011001";

    final Slice slice = Slice.ofTwoTenants();
    final Opening opening = opening("65.71", TENANT);

    @AfterEach
    void forget() throws SQLException {
        owner("delete from registry.tenant_order");
        owner("delete from registry.tenant where code = '" + TENANT + "'");
    }

    static Opening opening(String government, String code) {
        return new Opening(government, code, NIP, "Siti Aminah", "siti@tarakan.example", List.of());
    }

    Government find(String code) {
        return act(all -> all.governments().find(code)).orElseThrow();
    }

    ProblemException refusal(Function<UseCases, ?> work) {
        return assertThrows(ProblemException.class, () -> act(work));
    }

    record UseCases(OrderTenant order, ReadOrders read, ReadGovernments governments, RegistrySql registry,
            OrdersSql orders) {
    }

    <T> T act(Function<UseCases, T> work) {
        return act(Slice.CLOCK, work);
    }

    <T> T act(Clock clock, Function<UseCases, T> work) {
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

    void owner(String sql) throws SQLException {
        try (var owner = slice.connect("p_owner"); var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    String wanted() throws SQLException {
        return single("select cast(wanted as text) from registry.tenant_order where tenant = '" + TENANT + "'");
    }

    String single(String sql) throws SQLException {
        try (var owner = slice.connect("p_owner"); var query = owner.createStatement();
                var rows = query.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    String why(Function<UseCases, ?> work) {
        ProblemException refused = refusal(work);
        assertEquals(Problem.TENANT_ORDER_REFUSED, refused.problem());
        String key = ((TextKey) refused.arguments().get(0)).key();
        assertTrue(new Texts().has(key), key);
        return key.substring("operator.refused.".length());
    }
}

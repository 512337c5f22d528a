package id.capaian.admin.order;

import id.capaian.admin.database.Database;
import id.capaian.admin.database.Sql;
import id.capaian.admin.tenant.StepName;
import id.capaian.admin.tenant.StepReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes into {@code registry.tenant_order_step} how far an order is, each time in a transaction of its own, so that
 * who looks at the page sees it at once. An order that is taken up again keeps what was said of steps done before.
 */
final class OrderReport implements StepReport, AutoCloseable {

    private final Connection connection;
    private final Order order;
    private final List<StepName> steps = new ArrayList<>();

    OrderReport(Database database, Order order) throws SQLException {
        this.connection = database.owner();
        this.order = order;
    }

    @Override
    public void planned(List<StepName> all) {
        steps.addAll(all);
        Database.transactionOn(connection, writer -> {
            Sql.update(writer, "delete from registry.tenant_order_step where tenant_order_id = ? and position > ?",
                    order.id(), all.size());
            for (int i = 0; i < all.size(); i++) {
                Sql.update(writer, """
                        insert into registry.tenant_order_step as s (tenant_order_id, position, step, state)
                        values (?, ?, ?, 'WAITING')
                        on conflict (tenant_order_id, position) do update
                            set step = excluded.step, state = excluded.state, ended_at = null,
                                said = case when s.state = 'DONE' then s.said end""",
                        order.id(), i + 1, all.get(i).name());
            }
            return null;
        });
    }

    @Override
    public void began(StepName step) {
        write(step, "state = 'RUNNING', started_at = coalesce(started_at, clock_timestamp())");
    }

    @Override
    public void done(StepName step, List<String> said) {
        write(step, "state = 'DONE', ended_at = clock_timestamp(), said = coalesce(?, said)",
                said.isEmpty() ? null : String.join("\n", said));
    }

    @Override
    public void failed(StepName step, String why) {
        write(step, "state = 'FAILED', ended_at = clock_timestamp(), said = ?", Remedy.withoutNumbers(why));
    }

    private void write(StepName step, String change, Object... values) {
        List<Object> all = new ArrayList<>(Arrays.asList(values));
        all.add(order.id());
        all.add(steps.indexOf(step) + 1);
        Database.transactionOn(connection, writer -> Sql.update(writer, "update registry.tenant_order_step set "
                + change + " where tenant_order_id = ? and position = ?", all.toArray()));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

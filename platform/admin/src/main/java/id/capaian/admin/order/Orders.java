package id.capaian.admin.order;

import id.capaian.admin.database.Database;
import id.capaian.admin.database.Sql;
import id.capaian.admin.order.Order.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The table {@code registry.tenant_order}. */
final class Orders {

    private final Database database;

    Orders(Database database) {
        this.database = database;
    }

    /** Orders that wait, and those whose program was killed or is still at them; the oldest first. */
    List<Order> open() {
        return database.transaction(connection -> Sql.rows(connection, """
                select tenant_order_id, tenant, kind, wanted from registry.tenant_order
                 where state in ('WAITING', 'RUNNING') order by ordered_at, tenant_order_id""",
                row -> new Order(row.getObject(1, UUID.class), row.getString(2), Kind.valueOf(row.getString(3)),
                        row.getString(4))));
    }

    /** Whether the order was still to be fulfilled; it runs from now on. */
    static boolean begin(Connection connection, Order order) throws SQLException {
        return Sql.update(connection, """
                update registry.tenant_order set state = 'RUNNING', started_at = coalesce(started_at, clock_timestamp())
                 where tenant_order_id = ? and state in ('WAITING', 'RUNNING')""", order.id()) == 1;
    }

    /**
     * The order is fulfilled, and forgets the person who was to be the first admin; so do earlier orders of a tenant of
     * which nothing is left.
     *
     * @param outcome what came of it, or null
     */
    void done(Order order, String outcome) {
        boolean nothingLeft = order.kind() == Kind.DROP || order.kind() == Kind.TAKE_BACK;
        database.transaction(connection -> {
            Sql.update(connection, """
                    update registry.tenant_order set wanted = wanted - 'firstAdmin'
                     where tenant = ? and wanted is not null and (tenant_order_id = ? or ?)""",
                    order.tenant(), order.id(), nothingLeft);
            return Sql.update(connection, """
                    update registry.tenant_order
                       set state = 'DONE', ended_at = clock_timestamp(), outcome = ?, failure = null, remedy = null
                     where tenant_order_id = ?""", outcome, order.id());
        });
    }

    void failed(Order order, Remedy remedy) {
        database.transaction(connection -> Sql.update(connection, """
                update registry.tenant_order set state = 'FAILED', ended_at = clock_timestamp(), failure = ?, remedy = ?
                 where tenant_order_id = ?""", remedy.failure(), remedy.advice(), order.id()));
    }
}

package id.capaian.admin.order;

import id.capaian.admin.database.Database;
import id.capaian.admin.database.TenantLock;
import id.capaian.admin.tenant.StepReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Does what one order wants, under the tenant's lock, and writes down what became of it. */
final class FulfilOrder {

    private final Database database;
    private final Orders orders;
    private final Work work;
    private final Consumer<String> say;

    FulfilOrder(Database database, Orders orders, Work work, Consumer<String> say) {
        this.database = database;
        this.orders = orders;
        this.work = work;
        this.say = say;
    }

    /** How it went. */
    enum Ended {
        DONE,
        FAILED,
        /** Not touched: another program is at this tenant, or was quicker; or the database went away. */
        LEFT
    }

    /** What the platform can do for an order. */
    @FunctionalInterface
    interface Work {

        /**
         * Does it, from wherever an earlier run was cut off.
         *
         * @param lock a connection that holds the tenant's lock
         * @return what came of it, or null
         */
        String of(Connection lock, Order order, StepReport report) throws SQLException;
    }

    Ended fulfil(Order order) {
        try (Connection lock = database.owner()) {
            if (!TenantLock.tryTake(lock, order.tenant()) || !Orders.begin(lock, order)) {
                return Ended.LEFT;
            }
            say.accept(order + ": begun");
            try (OrderReport report = new OrderReport(database, order)) {
                orders.done(order, work.of(lock, order, report));
            }
            say.accept(order + ": done");
            return Ended.DONE;
        } catch (SQLException | RuntimeException e) {
            return failed(order, e);
        }
    }

    private Ended failed(Order order, Exception e) {
        Remedy remedy = Remedy.of(e);
        say.accept(order + ": FAILED: " + remedy.failure());
        if (Remedy.isBrokenConnection(e)) {
            return Ended.LEFT;
        }
        orders.failed(order, remedy);
        return Ended.FAILED;
    }
}

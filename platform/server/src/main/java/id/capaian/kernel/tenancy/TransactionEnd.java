package id.capaian.kernel.tenancy;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.function.Consumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Has a seat kept until the container's running transaction is over; without a transaction it does nothing. */
final class TransactionEnd implements Consumer<Seat> {

    private TransactionManager manager;

    @Override
    public void accept(Seat seat) {
        try {
            Transaction running = manager().getTransaction();
            if (running != null) {
                keep(seat, running);
            }
        } catch (RollbackException | SystemException e) {
            throw new IllegalStateException("The transaction takes no connection any more", e);
        }
    }

    /** Counted first: the transaction may end, and say so, before registering comes back. */
    private static void keep(Seat seat, Transaction running) throws RollbackException, SystemException {
        seat.untilTransactionEnds();
        boolean registered = false;
        try {
            running.registerSynchronization(seat);
            registered = true;
        } finally {
            if (!registered) {
                seat.leave();
            }
        }
    }

    private synchronized TransactionManager manager() {
        if (manager == null) {
            try {
                manager = InitialContext.doLookup("java:appserver/TransactionManager");
            } catch (NamingException e) {
                throw new IllegalStateException("No transaction manager", e);
            }
        }
        return manager;
    }
}

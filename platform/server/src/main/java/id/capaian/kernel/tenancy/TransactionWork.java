package id.capaian.kernel.tenancy;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The current work, kept with the transaction itself: it cannot outlive it, leak into a pooled thread, or be seen by
 * another transaction.
 */
final class TransactionWork implements Supplier<Optional<Work>> {

    private static final String KEY = Work.class.getName();

    private TransactionSynchronizationRegistry registry;

    @Override
    public Optional<Work> get() {
        return registry().getTransactionKey() == null
                ? Optional.empty() : Optional.ofNullable((Work) registry().getResource(KEY));
    }

    /**
     * Lets work begin in the running transaction.
     *
     * @return whether it is the first of this transaction; false when the same work is already under way
     * @throws IllegalStateException when the transaction already serves somebody else
     */
    boolean enter(Work work) {
        Optional<Work> running = get();
        if (running.isEmpty()) {
            registry().putResource(KEY, work);
            return true;
        }
        if (!running.get().isFor(work)) {
            throw new IllegalStateException("One transaction, one tenant and one actor");
        }
        return false;
    }

    /** Nothing of the running transaction is to stay. */
    void rollBack() {
        registry().setRollbackOnly();
    }

    private synchronized TransactionSynchronizationRegistry registry() {
        if (registry == null) {
            try {
                registry = InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
            } catch (NamingException e) {
                throw new IllegalStateException("No transaction registry", e);
            }
        }
        return registry;
    }
}

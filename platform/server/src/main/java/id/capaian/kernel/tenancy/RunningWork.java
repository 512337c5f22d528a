package id.capaian.kernel.tenancy;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether a unit of work runs on this thread: it holds a connection then, so nobody outside is to be waited for. */
@ApplicationScoped
public class RunningWork {

    private final TransactionWork transactionWork = new TransactionWork();

    public boolean isUnderWay() {
        return transactionWork.get().isPresent();
    }
}

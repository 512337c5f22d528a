package id.capaian.people.control;

import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** How far the accounts are that the tenant has asked for. */
@TenantUseCase
public class ReadAccounts {

    private final AccountSql accounts;

    ReadAccounts() {
        this(null);
    }

    @Inject
    ReadAccounts(AccountSql accounts) {
        this.accounts = accounts;
    }

    /** How many people are at each stage; stages nobody is at are left out. */
    public Map<AccountState.Stage, Integer> counts() {
        return accounts.counts();
    }

    /**
     * People in the order of what needs a look: not told, not made, waiting, asked for, told, signed in; then by name.
     *
     * @param first how many to leave out
     * @param most  how many at most
     */
    public List<AccountState> page(int first, int most) {
        return accounts.page(first, most);
    }
}

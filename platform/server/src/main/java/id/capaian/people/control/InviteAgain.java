package id.capaian.people.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.util.UUID;

/** Has somebody told of the account once more, at the address on record now. */
@TenantUseCase
public class InviteAgain {

    private final AccountSql accounts;

    InviteAgain() {
        this(null);
    }

    @Inject
    InviteAgain(AccountSql accounts) {
        this.accounts = accounts;
    }

    /** What became of the wish. */
    public enum Answer {
        /** The admin module's next run tells the person, with a new first password. */
        ASKED,
        /** There is no account yet. */
        NO_ACCOUNT,
        /** The person has a password of their own; it stays. */
        SETTLED,
        /** Within 10 minutes of the last time, or more than five times within a day. */
        TOO_OFTEN
    }

    /**
     * Asks for it.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND} when the tenant has no such person
     */
    public Answer invite(UUID employeeId) {
        if (!accounts.knows(employeeId)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return accounts.invite(employeeId).map(Answer::valueOf).orElse(Answer.ASKED);
    }
}

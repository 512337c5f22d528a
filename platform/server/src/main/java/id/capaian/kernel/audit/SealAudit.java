package id.capaian.kernel.audit;

import id.capaian.kernel.audit.AuditSql.Made;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Seals what was written into the audit and not sealed yet. Nobody who writes waits for it. */
@TenantUseCase
public class SealAudit {

    private static final Logger LOG = Logger.getLogger(SealAudit.class.getName());

    /** Entries of one seal, so that a transaction stays short and a seal small (40 bytes an entry). */
    static final int MOST = 5_000;

    private final AuditSql audit;
    private final Caller caller;
    private final Clock clock;

    SealAudit() {
        this(null, null, null);
    }

    @Inject
    SealAudit(AuditSql audit, Caller caller, Clock clock) {
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Makes the next seal, when there is something to seal and it is certain that nothing will appear among it later.
     *
     * <p>Ids are given out before their transactions commit, so an id may be missing for now and appear behind a higher
     * one. Therefore: look at the highest id first, then take a turn. Every transaction that holds a lower id had taken
     * its turn before; once all of an earlier turn have ended, each lower id is there or never will be.
     *
     * @return whether there may be more to seal now
     */
    public boolean seal() {
        long last = audit.lastEntry();
        if (!audit.earlierOnesEnded(audit.ownTurn())) {
            return false;
        }
        Optional<Made> made = audit.seal(last, MOST, clock.instant());
        // The log leaves the database: with it nobody can cut off or remake the youngest seals unnoticed. In groups,
        // since sixteen digits in a row would be taken for a person's number and out of the line.
        made.ifPresent(seal -> LOG.log(Level.INFO, "Audit of {0}: seal {1}, {2} entries, sha-256 {3}", new Object[] {
            caller.tenant(), Long.toString(seal.number()), Long.toString(seal.entries()),
            seal.sha256().replaceAll("(.{8})(?=.)", "$1 ")}));
        return made.filter(seal -> seal.entries() == MOST).isPresent();
    }
}

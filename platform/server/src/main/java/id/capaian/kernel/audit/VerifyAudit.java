package id.capaian.kernel.audit;

import id.capaian.kernel.audit.AuditSql.Standing;
import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Compares every audit entry with its seal and every seal with the one before it. */
@LongWork
@TenantUseCase
public class VerifyAudit {

    private final AuditSql audit;

    VerifyAudit() {
        this(null);
    }

    @Inject
    VerifyAudit(AuditSql audit) {
        this.audit = audit;
    }

    /** Stops at the first thing that is wrong. That the youngest seals were cut off shows only to who noted a hash. */
    public AuditReport verify() {
        List<Standing> seals = audit.seals();
        AuditFinding finding = null;
        long examined = 0;
        long entries = 0;
        while (finding == null && examined < seals.size()) {
            Standing seal = seals.get((int) examined);
            examined++;
            entries += seal.entries();
            finding = examine(seal, examined).orElse(null);
        }
        Standing last = seals.isEmpty() ? null : seals.get(seals.size() - 1);
        return new AuditReport(examined, entries, audit.entriesAfter(last == null ? 0 : last.lastEntry()),
                last == null ? 0 : last.number(), last == null ? null : last.sha256(),
                last == null ? null : last.sealedAt(), finding);
    }

    private Optional<AuditFinding> examine(Standing seal, long expected) {
        if (seal.number() != expected || !seal.chained()) {
            return Optional.of(new AuditFinding(AuditFinding.Kind.CHAIN_BROKEN, seal.number(), null));
        }
        if (!seal.whole()) {
            return Optional.of(new AuditFinding(AuditFinding.Kind.SEAL_ALTERED, seal.number(), null));
        }
        return audit.difference(seal);
    }
}

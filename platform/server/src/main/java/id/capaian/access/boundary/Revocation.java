package id.capaian.access.boundary;

import id.capaian.access.control.RevokeRole;
import id.capaian.registry.EndedSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes a role back and ends the holder's sessions, since roles live in the cookie until its next refresh. */
@ApplicationScoped
class Revocation {

    private final RevokeRole revokeRole;
    private final EndedSessions ended;

    Revocation() {
        this(null, null);
    }

    @Inject
    Revocation(RevokeRole revokeRole, EndedSessions ended) {
        this.revokeRole = revokeRole;
        this.ended = ended;
    }

    /**
     * Sessions end in a transaction of their own. They are ended before, too, so that none outlives the role when the
     * node dies in between, and after, because one may have begun anew meanwhile.
     */
    void revoke(UUID roleGrantId, long version) {
        revokeRole.holder(roleGrantId).ifPresent(ended::endAllOf);
        revokeRole.revoke(roleGrantId, version).ifPresent(ended::endAllOf);
    }
}

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

    void revoke(UUID roleGrantId, long version) {
        revokeRole.revoke(roleGrantId, version).ifPresent(ended::endAllOf);
    }
}

package id.capaian.evaluation.control;

import id.capaian.people.RoleSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/**
 * Who rates or decides an evaluation that is not final may do so, also when no rater line of today says so: named by
 * the agency's letter, or moved on after rating.
 */
@ApplicationScoped
class PartyRoles implements RoleSource {

    private final DutySql duties;

    PartyRoles() {
        this(null);
    }

    @Inject
    PartyRoles(DutySql duties) {
        this.duties = duties;
    }

    @Override
    public Set<String> rolesOf(UUID employeeId) {
        return duties.rolesOf(employeeId);
    }
}

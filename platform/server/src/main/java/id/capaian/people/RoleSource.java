package id.capaian.people;

import java.util.Set;
import java.util.UUID;

/**
 * Roles that follow from what a feature above {@code people} knows of a person. Implementations are application-scoped
 * beans; they are asked when a person signs on and at every refresh, inside a running use case, and must be cheap.
 */
public interface RoleSource {

    /** Constants of {@link id.capaian.kernel.identity.Roles}; empty when none follows. */
    Set<String> rolesOf(UUID employeeId);
}

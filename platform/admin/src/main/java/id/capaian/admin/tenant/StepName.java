package id.capaian.admin.tenant;

import java.util.EnumSet;
import java.util.Set;

/** The steps to a served tenant, in order, and then those that only other orders have. */
public enum StepName {
    /** The role people of the tenant work under. */
    ROLE,
    /** Its schema. */
    SCHEMA,
    /** The line in the registry, by which servers know it; not served yet. */
    REGISTRY,
    /** Tables and functions. */
    TABLES,
    /** What the role may do with each table. */
    RIGHTS,
    /** First periods and settings. */
    SEED,
    /** Organization in Keycloak. */
    ORGANIZATION,
    /** First regional admin. */
    FIRST_ADMIN,
    /** Proof that the walls stand. */
    DOCTOR,
    /** Serving begins, or ends. */
    STATE,
    /** Accounts that belong to no other tenant. */
    ACCOUNTS,
    /** Jobs, requests for accounts, packs: what the registry knows beside the tenant itself. */
    TRACES,
    /** Figures in the national statistics. */
    FIGURES,
    /** Files people handed in. */
    FILES,
    /** The archive of an export. */
    ARCHIVE;

    /** From nothing to service. */
    public static Set<StepName> ofOpening() {
        return EnumSet.range(ROLE, STATE);
    }
}

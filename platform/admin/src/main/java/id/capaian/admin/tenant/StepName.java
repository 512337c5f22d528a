package id.capaian.admin.tenant;

/** The steps from a file to a served tenant, in order. */
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
    STATE
}

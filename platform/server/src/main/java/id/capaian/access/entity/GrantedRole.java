package id.capaian.access.entity;

/** Roles a region grants to its own people. */
public enum GrantedRole {

    /** Fixes what the unit achieved. */
    UNIT_HEAD(true),
    UNIT_HR_ADMIN(true),
    REGION_HR_ADMIN(false),
    PERF_MANAGER(false),
    /** Sees the aggregates of the governments in a province; only a province's tenant grants it. */
    PROVINCE_OVERSEER(false);

    private final boolean ofUnit;

    GrantedRole(boolean ofUnit) {
        this.ofUnit = ofUnit;
    }

    /** Whether the role is held for a unit and everything below it. */
    public boolean isOfUnit() {
        return ofUnit;
    }
}

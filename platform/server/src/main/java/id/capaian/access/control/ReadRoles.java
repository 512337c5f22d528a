package id.capaian.access.control;

import id.capaian.access.RoleGrantView;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Unit;
import id.capaian.people.Units;
import jakarta.inject.Inject;
import java.util.List;

/** Reads who holds which role in the region. */
@TenantUseCase
public class ReadRoles {

    private final Grants grants;
    private final Units units;
    private final TenantToday today;

    ReadRoles() {
        this(null, null, null);
    }

    @Inject
    ReadRoles(Grants grants, Units units, TenantToday today) {
        this.grants = grants;
        this.units = units;
        this.today = today;
    }

    /** Roles held now or from a later day on. */
    public List<RoleGrantView> all() {
        return grants.views(grants.openOn(today.get()));
    }

    /** Units a role can be held for. */
    public List<Unit> units() {
        return units.all();
    }
}

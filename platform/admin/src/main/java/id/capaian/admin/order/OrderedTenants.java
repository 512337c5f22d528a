package id.capaian.admin.order;

import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.database.Database;
import id.capaian.admin.database.Sql;
import id.capaian.admin.tenant.TenantConfig;
import java.util.List;

/** Tenants that operators have opened on a page: their order takes the place of a file. */
public final class OrderedTenants {

    private final Database database;

    public OrderedTenants(Database database) {
        this.database = database;
    }

    /** Each as it was ordered, in the state it is in by now; in the order of codes. None before the first migration. */
    public List<TenantConfig> all() {
        return database.transaction(connection -> {
            if (!Sql.holds(connection, "select pg_catalog.to_regclass('registry.tenant_order') is not null")) {
                return List.of();
            }
            return Sql.rows(connection, """
                    select distinct on (t.code) t.code,
                           o.wanted || pg_catalog.jsonb_build_object('state', pg_catalog.lower(t.desired_state))
                      from registry.tenant t join registry.tenant_order o on o.tenant = t.code
                     where o.kind = 'OPEN' and o.state = 'DONE' and t.desired_state <> 'DROPPED'
                     order by t.code, o.ordered_at desc""",
                    row -> TenantFiles.parse(row.getString(1), row.getString(2)));
        });
    }
}

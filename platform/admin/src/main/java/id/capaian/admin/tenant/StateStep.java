package id.capaian.admin.tenant;

import id.capaian.admin.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Opens the doors, or closes them: servers look at the registry every few seconds. */
final class StateStep implements Step {

    @Override
    public StepName name() {
        return StepName.STATE;
    }

    @Override
    public List<String> missing(Connection connection, TenantConfig tenant) throws SQLException {
        String state = tenant.state().name();
        boolean so = Sql.holds(connection, "select desired_state = ? and observed_state = ? from registry.tenant"
                + " where code = ?", state, state, tenant.code());
        return so ? List.of() : List.of("set state of " + tenant.code() + " to " + state);
    }

    @Override
    public void act(Connection connection, TenantConfig tenant) throws SQLException {
        String state = tenant.state().name();
        Sql.update(connection, "update registry.tenant set desired_state = ?, observed_state = ?,"
                + " changed_at = clock_timestamp() where code = ?", state, state, tenant.code());
    }
}

package id.capaian.admin.tenant;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One step: says what is missing, then does it. Both may be called any number of times. */
interface Step {

    StepName name();

    /**
     * What {@link #act} would do, one line each, in the imperative; empty when nothing is missing. Works when earlier
     * steps have not been taken, as in a dry run.
     *
     * @param connection {@code p_owner}, in autocommit
     */
    List<String> missing(Connection connection, TenantConfig tenant) throws SQLException;

    /**
     * Does it.
     *
     * @param connection {@code p_owner}, in a transaction that is committed afterwards
     */
    void act(Connection connection, TenantConfig tenant) throws SQLException;
}

package id.capaian.admin.tenant;

import id.capaian.admin.AdminException;
import id.capaian.admin.database.Sql;
import id.capaian.admin.doctor.Doctor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** No tenant is served before its walls are proven; one that serves is examined by {@code doctor}. */
final class DoctorStep implements Step {

    private final Doctor doctor;

    DoctorStep(Doctor doctor) {
        this.doctor = doctor;
    }

    @Override
    public StepName name() {
        return StepName.DOCTOR;
    }

    @Override
    public List<String> missing(Connection connection, TenantConfig tenant) throws SQLException {
        boolean serves = Sql.holds(connection, "select observed_state in ('ACTIVE', 'SUSPENDED') from registry.tenant"
                + " where code = ?", tenant.code());
        return serves ? List.of() : List.of("prove that " + tenant.code() + " is walled off");
    }

    @Override
    public void act(Connection connection, TenantConfig tenant) {
        List<String> findings = doctor.examine(tenant.code());
        if (!findings.isEmpty()) {
            throw new AdminException("the walls do not stand: " + String.join("; ", findings));
        }
    }
}

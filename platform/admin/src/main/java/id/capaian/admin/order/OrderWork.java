package id.capaian.admin.order;

import id.capaian.admin.AdminException;
import id.capaian.admin.Failure;
import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.tenant.ApplyTenants;
import id.capaian.admin.tenant.EndTenant;
import id.capaian.admin.tenant.StepName;
import id.capaian.admin.tenant.StepReport;
import id.capaian.admin.tenant.SwitchTenant;
import id.capaian.admin.tenant.TenantConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/** Each kind of order, done by what the commands of the same name do. */
public final class OrderWork implements FulfilOrder.Work {

    private final Supplier<ApplyTenants> opening;
    private final SwitchTenant switching;
    private final Exporting exporting;
    private final EndTenant ending;

    /** @param opening a fresh one each time, because it remembers what Keycloak did not do */
    public OrderWork(Supplier<ApplyTenants> opening, SwitchTenant switching, Exporting exporting, EndTenant ending) {
        this.opening = opening;
        this.switching = switching;
        this.exporting = exporting;
        this.ending = ending;
    }

    /** Writes an export of a tenant. */
    @FunctionalInterface
    public interface Exporting {

        /**
         * Writes it, in place of one of the same name.
         *
         * @param name what tells it from other exports of the tenant
         * @return the name of its file
         */
        String export(String tenant, String name);
    }

    @Override
    public String of(Connection lock, Order order, StepReport report) throws SQLException {
        String code = order.tenant();
        switch (order.kind()) {
            case OPEN -> opening.get().open(lock, wanted(order), report);
            case SUSPEND -> once(report, StepName.STATE, "suspend " + code,
                    () -> switching.to(TenantConfig.State.SUSPENDED, code));
            case RESUME -> once(report, StepName.STATE, "resume " + code,
                    () -> switching.to(TenantConfig.State.ACTIVE, code));
            case EXPORT -> {
                String[] name = new String[1];
                once(report, StepName.ARCHIVE, "export " + code,
                        () -> name[0] = exporting.export(code, order.id().toString()));
                return name[0];
            }
            case DROP -> ending.drop(lock, code, report);
            case TAKE_BACK -> ending.takeBack(lock, code, report);
            default -> throw new IllegalStateException("no such order: " + order.kind());
        }
        return null;
    }

    private static TenantConfig wanted(Order order) {
        TenantConfig tenant = TenantFiles.parse(order.tenant(), order.wanted());
        if (!tenant.code().equals(order.tenant())) {
            throw new AdminException("code: is '" + tenant.code() + "', but the order is for " + order.tenant() + ".");
        }
        return tenant;
    }

    private static void once(StepReport report, StepName step, String line, Runnable act) {
        report.planned(List.of(step));
        report.began(step);
        try {
            act.run();
        } catch (RuntimeException e) {
            report.failed(step, Failure.told(e));
            throw e;
        }
        report.done(step, List.of(line));
    }
}

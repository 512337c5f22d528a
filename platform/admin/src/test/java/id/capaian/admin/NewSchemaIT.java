package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.admin.database.Database;
import id.capaian.admin.database.Migrations;
import id.capaian.admin.tenant.StepName;
import id.capaian.admin.tenant.StepWatch.Moment;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class NewSchemaIT {

    @Test
    void isWhatFlywayMakesOfTheSameMigrationsOneByOne() throws SQLException {
        try (TwoTenants two = TwoTenants.migrated(); KeycloakDouble keycloak = new KeycloakDouble()) {
            two.admin().applyTenant(tenant("atonce"));
            applyUntilTables(two, "onebyone");
            Migrations flyway = new Migrations(new Database(two.config()));
            int ran = flyway.migrateTenant("t_onebyone");
            two.admin().applyTenant(tenant("onebyone"));
            assertEquals(String.join("\n", TenantPicture.of(two, keycloak, "onebyone")),
                    String.join("\n", TenantPicture.of(two, keycloak, "atonce")));
            assertEquals(ran + "", two.ask("select count(*) from t_atonce.flyway_schema_history").get(0));
            assertEquals(0, flyway.migrateTenant("t_atonce"), "Flyway finds its history valid and complete");
        }
    }

    @Test
    void whatBreaksOffBetweenTwoMigrationsIsFinishedTheNextTime() throws SQLException {
        try (TwoTenants two = TwoTenants.migrated(); KeycloakDouble keycloak = new KeycloakDouble()) {
            two.admin().applyTenant(tenant("atonce"));
            applyUntilTables(two, "brokenoff");
            two.owner("create table t_brokenoff.progress_entry (id integer)");
            assertThrows(AdminException.class, () -> two.admin().applyTenant(tenant("brokenoff")));
            assertNotEquals("0", two.ask("select count(*) from t_brokenoff.flyway_schema_history").get(0),
                    "it had begun");
            two.owner("drop table t_brokenoff.progress_entry");
            two.admin().applyTenant(tenant("brokenoff"));
            assertEquals(String.join("\n", TenantPicture.of(two, keycloak, "atonce")),
                    String.join("\n", TenantPicture.of(two, keycloak, "brokenoff")));
        }
    }

    private static void applyUntilTables(TwoTenants two, String code) {
        Admin untilTables = two.admin(line -> { }, (moment, step, tenant) -> {
            if (step == StepName.TABLES && moment == Moment.BEFORE) {
                throw new AdminException("as far as this");
            }
        });
        assertThrows(AdminException.class, () -> untilTables.applyTenant(tenant(code)));
    }

    private static String tenant(String code) {
        return TwoTenants.TUBEI.replace("code: tubei", "code: " + code);
    }
}

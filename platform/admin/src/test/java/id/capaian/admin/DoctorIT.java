package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each leak somebody might make by hand is found, with the server's login and without it, and named. */
class DoctorIT {

    private static TwoTenants two;

    @BeforeAll
    static void start() {
        two = TwoTenants.applied();
    }

    @AfterAll
    static void stop() {
        two.close();
    }

    @Test
    void findsATenantThatReadsAnother() throws SQLException {
        finds("t_samarinda reads t_tubei", "samarinda",
                List.of("grant usage on schema t_tubei to t_samarinda",
                        "grant select on t_tubei.setting to t_samarinda"),
                List.of("revoke usage on schema t_tubei from t_samarinda",
                        "revoke select on t_tubei.setting from t_samarinda"));
    }

    @Test
    void findsItAmongManyTenantsByFewConnections() throws SQLException {
        two.owner("insert into registry.tenant (code, name, government_code, government_name, province_code, time_zone,"
                        + " locale, desired_state, observed_state, settings, changed_at) select 'x' || i, 'X', '1', 'X', '17',"
                        + " 'Asia/Jakarta', 'id', 'ACTIVE', 'ACTIVE', '{}', now() from generate_series(10, 39) i",
                "do $$ begin for i in 10..39 loop execute 'create schema t_x' || i; execute 'create table t_x' || i"
                        + " || '.setting ()'; end loop; end $$");
        try {
            long before = connectionsSoFar();
            assertEquals(List.of(), two.admin().examine("samarinda"));
            assertTrue(connectionsSoFar() - before < 10, "opens a connection for every tenant");
            for (int i = 10; i < 40; i++) {
                two.owner("grant usage on schema t_x" + i + " to tenant_member");
                assertTrue(two.admin().examine("samarinda").contains("t_samarinda may enter t_x" + i));
                two.owner("revoke usage on schema t_x" + i + " from tenant_member");
            }
        } finally {
            two.owner("do $$ begin for i in 10..39 loop execute 'drop schema t_x' || i || ' cascade'; end loop; end $$",
                    "delete from registry.tenant where code like 'x%'");
        }
    }

    private static long connectionsSoFar() throws SQLException {
        return Long.parseLong(two.ask("select sessions from pg_stat_database where datname = 'capaian'").get(0));
    }

    @Test
    void findsAStrangersRightOnATable() throws SQLException {
        finds("t_samarinda has select on table employee of t_tubei", "tubei",
                List.of("grant select on t_tubei.employee to t_samarinda"),
                List.of("revoke select on t_tubei.employee from t_samarinda"));
    }

    @Test
    void findsWhatIsOpenToPublic() throws SQLException {
        finds("PUBLIC has select on column employee.full_name of t_tubei", "tubei",
                List.of("grant select (full_name) on t_tubei.employee to public"),
                List.of("revoke select (full_name) on t_tubei.employee from public"));
    }

    @Test
    void findsATenantInsideAnother() throws SQLException {
        finds("t_tubei is a member of t_samarinda", "tubei",
                List.of("grant t_samarinda to t_tubei"), List.of("revoke t_samarinda from t_tubei"));
    }

    @Test
    void findsAnAppThatNeedsNoRole() throws SQLException {
        finds("p_app is a member of t_tubei in a way it should not be", "tubei",
                List.of("grant t_tubei to p_app with inherit true"),
                List.of("grant t_tubei to p_app with inherit false"));
    }

    @Test
    void findsAnOpenRegistry() throws SQLException {
        finds("t_tubei reads registry.account_request", "tubei",
                List.of("grant select on registry.account_request to tenant_member"),
                List.of("revoke select on registry.account_request from tenant_member"));
    }

    @Test
    void findsATriggerThatIsOff() throws SQLException {
        finds("trigger audit of employee is switched off", "tubei",
                List.of("alter table t_tubei.employee disable trigger audit"),
                List.of("alter table t_tubei.employee enable trigger audit"));
    }

    @Test
    void findsATenantThatCannotWork() throws SQLException {
        finds("t_tubei cannot work in its own schema", "tubei",
                List.of("revoke insert on t_tubei.setting from t_tubei"),
                List.of("grant insert on t_tubei.setting to t_tubei"));
    }

    private static void finds(String leak, String tenant, List<String> wrong, List<String> right) throws SQLException {
        two.owner(wrong.toArray(String[]::new));
        try {
            for (AdminConfig config : List.of(two.config(), two.configWithoutApp())) {
                List<String> findings = new Admin(config).examine(tenant);
                assertTrue(findings.stream().anyMatch(line -> line.contains(leak)), findings::toString);
            }
        } finally {
            two.owner(right.toArray(String[]::new));
        }
        assertEquals(List.of(), two.admin().examine(tenant));
        assertEquals(List.of("0"), two.ask("select count(*) from t_" + tenant + ".setting where name = 'doctor'"));
    }
}

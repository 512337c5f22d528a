package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.account.FirstPasswords;
import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.database.Sql;
import id.capaian.admin.tenant.Outcome;
import id.capaian.admin.tenant.StepName;
import id.capaian.admin.tenant.StepWatch;
import id.capaian.admin.tenant.StepWatch.Moment;
import id.capaian.admin.tenant.TenantConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All tenants of a platform brought to a newer release: one first, the others after it, readers undisturbed. */
class ManyTenantsIT {

    private static final int MANY = 6;
    private static final String OLDER = "202611280230";
    private static final String NEWEST = "202611292320";

    private TwoTenants two;

    @BeforeEach
    void aPlatform() {
        two = TwoTenants.migrated();
    }

    @AfterEach
    void stop() {
        two.close();
    }

    static List<TenantConfig> generated(int many) {
        return IntStream.rangeClosed(1, many).mapToObj(n -> "many" + n).map(code -> TenantFiles.parse(code,
                TwoTenants.TUBEI.replace("code: tubei", "code: " + code).replace("admin.tubei", "admin." + code)))
                .toList();
    }

    @Test
    void beginsWithTheCanaryAndHoldsTheOthersWhenItFails() throws SQLException {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        Admin admin = two.admin(line -> { }, (moment, step, tenant) -> {
            seen.add(tenant);
            if (step == StepName.SEED && moment == Moment.BEFORE && Collections.frequency(seen, "many3") > 0
                    && !seen.contains("mended")) {
                throw new AdminException("injected");
            }
        });
        List<Outcome> outcomes = admin.applyAllTenants(generated(MANY), "many3", FirstPasswords.none(), false);
        assertEquals(List.of(Outcome.Result.HELD, Outcome.Result.HELD, Outcome.Result.FAILED, Outcome.Result.HELD,
                Outcome.Result.HELD, Outcome.Result.HELD), outcomes.stream().map(Outcome::result).toList());
        assertEquals(List.of("t_many3"), two.ask("select nspname from pg_namespace where nspname like 't\\_%'"));

        seen.add("mended");
        seen.removeIf("many3"::equals);
        outcomes = admin.applyAllTenants(generated(MANY), "many3", FirstPasswords.none(), false);
        assertTrue(outcomes.stream().allMatch(outcome -> outcome.result() == Outcome.Result.CHANGED),
                outcomes::toString);
        int last = seen.lastIndexOf("many3");
        assertEquals(List.of("mended", "many3"), seen.subList(0, last + 1).stream().distinct().toList());
    }

    @Test
    void holdsTheOthersWhenTheWallsOfTheCanaryDoNotStand() throws SQLException {
        two.admin().applyAllTenants(generated(1), null, FirstPasswords.none(), false);
        two.owner("grant select on t_many1.setting to national_reader");
        List<Outcome> outcomes = two.admin().applyAllTenants(generated(2), null, FirstPasswords.none(), false);
        assertEquals(List.of(Outcome.Result.FAILED, Outcome.Result.HELD),
                outcomes.stream().map(Outcome::result).toList());
        assertTrue(outcomes.get(0).failure().contains("national_reader has select on table setting"),
                outcomes::toString);
    }

    @Test
    void migratesUnderReadersAndGoesOnWhereItBrokeOff() throws Exception {
        two.admin().applyAllTenants(generated(MANY), null, FirstPasswords.none(), false);
        for (int n = 1; n <= MANY; n++) {
            takeBackTheNewest("t_many" + n);
        }
        StepWatch brokenOff = (moment, step, tenant) -> {
            if ("many4".equals(tenant) && moment == Moment.UNCOMMITTED) {
                throw new IllegalStateException("injected");
            }
        };
        List<Outcome> outcomes = new Admin(two.config(), line -> { }, brokenOff)
                .applyAllTenants(generated(MANY), null, FirstPasswords.none(), false);
        assertEquals(Outcome.Result.FAILED, outcomes.get(3).result());
        assertEquals(List.of(OLDER), two.ask("select schema_version from registry.tenant where code = 'many4'"));
        assertEquals(List.of("5"), newest());

        takeBackTheNewest("t_many4");
        takeBackTheNewest("t_many5");
        CompletableFuture<List<Outcome>> run = two.as("t_many5", longReader -> {
            rows(longReader);
            CompletableFuture<List<Outcome>> migrating = CompletableFuture.supplyAsync(() ->
                    two.admin().applyAllTenants(generated(MANY), null, FirstPasswords.none(), false));
            awaitMigrated("many4");
            for (int again = 0; again < 6; again++) {
                two.as("t_many5", ReadersAfter::reads);
                pause();
            }
            assertEquals(List.of(OLDER), two.ask("select schema_version from registry.tenant where code = 'many5'"));
            return migrating;
        });
        assertTrue(run.get(3, TimeUnit.MINUTES).stream().allMatch(outcome -> outcome.result().isComplete()));
        assertEquals(List.of("6"), newest());
    }

    private List<String> newest() throws SQLException {
        return two.ask("select count(*) from registry.tenant where schema_version = '" + NEWEST + "'");
    }

    /** Comes after a statement that waits for the table: must not wait behind it. */
    private static final class ReadersAfter {

        static int reads(Connection connection) throws SQLException {
            Sql.run(connection, "set local lock_timeout = '20s'");
            return rows(connection);
        }
    }

    private static int rows(Connection connection) throws SQLException {
        return Sql.rows(connection, "select 1 from t_many5.skp_version", row -> row.getInt(1)).size();
    }

    private void awaitMigrated(String code) throws SQLException {
        while (!two.ask("select schema_version from registry.tenant where code = '" + code + "'").contains(NEWEST)) {
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void takeBackTheNewest(String schema) throws SQLException {
        two.owner("set search_path = " + schema, "alter table skp_version drop column agreed_at",
                "delete from flyway_schema_history where version = '" + NEWEST + "'",
                "update registry.tenant set schema_version = '" + OLDER + "' where 't_' || code = '" + schema + "'");
    }
}

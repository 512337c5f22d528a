package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.database.Sql;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** National figures are derived for everybody at once, however many publish. */
class RefreshIT {

    private static final String PERIOD = "2026-Q4";
    private static TwoTenants two;

    @BeforeAll
    static void twoTenants() {
        two = TwoTenants.applied();
    }

    @AfterAll
    static void stop() {
        two.close();
    }

    @Test
    void whatIsPublishedInAWhileSharesOneDerivation() throws SQLException {
        publish(PERIOD);
        publish(PERIOD);
        rested();
        assertEquals(1, derived());
        assertEquals(0, derived(), "nothing was published since");
        publish(PERIOD);
        assertEquals(0, derived(), "it rests");
        assertEquals("1", awaiting(), "and it is not forgotten");
        rested();
        assertEquals(1, derived());
        assertEquals("0", awaiting());
    }

    @Test
    void nobodyWaitsForADerivationAndWhatIsPublishedMeanwhileIsNotLost() throws SQLException {
        publish(PERIOD);
        rested();
        two.as("registry_writer", first -> {
            assertEquals("1", Sql.text(first, "select national.refresh_due()::text").orElseThrow());
            publish(PERIOD);
            assertEquals(0, derived(), "another node");
            return null;
        });
        assertEquals("1", awaiting());
        rested();
        assertEquals(1, derived());
    }

    @Test
    void closingsOfAWhileShareOneDerivationToo() throws SQLException {
        closed("samarinda");
        closed("tubei");
        closed("tubei");
        assertEquals("2", awaiting(), "closing again changes nothing");
        rested();
        assertEquals(1, derived());
        assertEquals("0", awaiting());
    }

    private static void closed(String tenant) throws SQLException {
        two.as("t_" + tenant, connection ->
                Sql.text(connection, "select national.finish_period('" + PERIOD + "')::text"));
    }

    /** Of a period it has never seen the planner would join cells by looking at all for each of all. */
    @Test
    void thePlannerKnowsThePeriodThatWasJustMade() throws SQLException {
        publish("2031-Q1");
        two.as("registry_writer", connection -> Sql.text(connection, "select national.refresh('2031-Q1')::text"));
        assertTrue(two.ask("select most_common_vals::text from pg_stats where schemaname = 'national'"
                + " and tablename = 'cell' and attname = 'period_code'").toString().contains("2031-Q1"));
    }

    private static void publish(String period) throws SQLException {
        two.as("t_samarinda", connection -> Sql.text(connection, """
                select national.publish_summary(jsonb_build_array(jsonb_build_object('period_code', ?::text,
                    'org_unit_id', '00000000-0000-4000-8000-000000000001', 'org_unit_name', 'Dinas',
                    'measure', 'EVALUATED', 'category', 'ALL', 'person_count', 20)))::text""", period));
    }

    /** How many periods one look derives. */
    private static int derived() throws SQLException {
        return two.as("registry_writer", connection -> Integer.parseInt(
                Sql.text(connection, "select national.refresh_due()::text").orElseThrow()));
    }

    private static String awaiting() throws SQLException {
        return two.ask("select count(*)::text from national.awaiting where period_code = '" + PERIOD + "'").get(0);
    }

    /** As if the last derivation was an hour ago. */
    private static void rested() throws SQLException {
        two.owner("update national.refreshed set began_at = began_at - interval '1 hour',"
                + " ended_at = ended_at - interval '1 hour'");
    }
}

package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.local.Artifacts;
import id.capaian.local.DemoDay;
import id.capaian.local.demo.DemoTenant;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code up} leaves of each government: quarters closed with their figures in, one open, and a year under way. */
class DemoGovernmentsIT {

    private static final DemoDay DAY = DemoDay.today();

    private final RunningSystem system;

    DemoGovernmentsIT() throws IOException, InterruptedException {
        system = RunningSystem.shared();
    }

    static List<String> codes() {
        return DemoTenant.codes(Artifacts.here().tenantsConfig());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void quartersAreClosedWithTheirFiguresAndOneIsOpen(String code) throws SQLException {
        Map<String, String> quarters = new TreeMap<>();
        for (JsonNode period : Api.as(system, "admin." + code, code).get("/api/" + code + "/periods").expect(200)) {
            if (period.get("kind").asText().equals("QUARTERLY") && !period.get("status").asText().equals("PLANNED")) {
                quarters.put(period.get("code").asText(), period.get("status").asText());
            }
        }
        Map<String, String> expected = new TreeMap<>(Map.of(DAY.period(), "OPEN"));
        for (int ago = 1; ago <= DAY.over(); ago++) {
            expected.put(DAY.period(ago), "CLOSED");
        }
        assertEquals(expected, quarters);
        assertEquals(DAY.over() + 1, number("select count(distinct assessment_period_id) from t_" + code
                + ".indicator_value"));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void whereAYearIsUnderWayEverybodyHasAPlanAndSomeRecordedEachQuarter(String code) throws SQLException {
        Map<String, String> files = DemoTenant.read(Artifacts.here().tenantsConfig(), code).files(DAY);
        if (files.containsKey(DemoTenant.PROGRESS)) {
            long posts = files.get("04-assignments.csv").lines().count() - 1;
            assertEquals(posts, number("select count(*) from t_" + code + ".skp where status = 'ACTIVE'"));
            assertEquals(DAY.quarter(), number("select count(distinct assessment_period_id) from t_" + code
                    + ".progress_entry"));
        } else {
            assertTrue(List.of("samarinda", "tubei").contains(code), code);
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = system.postgres().connect("postgres", "capaian");
                Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

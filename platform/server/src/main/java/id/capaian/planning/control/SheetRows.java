package id.capaian.planning.control;

import id.capaian.planning.Reading;
import id.capaian.planning.control.PlanSheet.IndicatorLine;
import id.capaian.planning.control.PlanSheet.ResultLine;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes plans of the rows of {@link SheetSql}: one a plan, result and indicator, in this order. What all rows of a plan
 * or a result repeat is read from the first of them only.
 */
final class SheetRows {

    private static final int PLAN = 8;
    private static final int RESULT = PLAN + 21;
    private static final int INDICATOR = RESULT + 5;
    private static final int READING = INDICATOR + 12;

    private final ResultSet rows;
    private boolean more;

    private SheetRows(ResultSet rows) throws SQLException {
        this.rows = rows;
        this.more = rows.next();
    }

    /** All plans of the rows, in their order. */
    static OwnPlans all(ResultSet rows) throws SQLException {
        return new SheetRows(rows).plans();
    }

    private OwnPlans plans() throws SQLException {
        if (!more) {
            return new OwnPlans(null, List.of());
        }
        var period = PeriodSql.period(rows, 1);
        List<PlanSheet> plans = new ArrayList<>();
        while (more) {
            plans.add(plan());
        }
        return new OwnPlans(period, plans);
    }

    private PlanSheet plan() throws SQLException {
        UUID id = uuid(PLAN);
        // The results come last: reading them moves on to the next plan.
        return new PlanSheet(id, uuid(PLAN + 1), uuid(PLAN + 2), text(PLAN + 3), text(PLAN + 4), text(PLAN + 5),
                rows.getInt(PLAN + 6), rows.getBoolean(PLAN + 7), text(PLAN + 8), text(PLAN + 9), text(PLAN + 10),
                text(PLAN + 11), date(PLAN + 12), date(PLAN + 13), text(PLAN + 14), text(PLAN + 15),
                rows.getBoolean(PLAN + 16), rows.getLong(PLAN + 17), rows.getBoolean(PLAN + 18), text(PLAN + 19),
                text(PLAN + 20), results(id));
    }

    private List<ResultLine> results(UUID plan) throws SQLException {
        List<ResultLine> results = new ArrayList<>();
        while (more && uuid(PLAN).equals(plan)) {
            UUID result = uuid(RESULT);
            if (result == null) {
                // A draft without results is one row without any.
                more = rows.next();
            } else {
                results.add(result(result));
            }
        }
        return results;
    }

    private ResultLine result(UUID id) throws SQLException {
        return new ResultLine(id, text(RESULT + 1), rows.getInt(RESULT + 2), text(RESULT + 3), text(RESULT + 4),
                indicators(id));
    }

    private List<IndicatorLine> indicators(UUID result) throws SQLException {
        List<IndicatorLine> indicators = new ArrayList<>();
        while (more && result.equals(uuid(RESULT))) {
            if (uuid(INDICATOR) != null) {
                indicators.add(indicator());
            }
            more = rows.next();
        }
        return indicators;
    }

    private IndicatorLine indicator() throws SQLException {
        int at = INDICATOR;
        String code = text(at + 1);
        return new IndicatorLine(uuid(at), code, text(at + 2), text(at + 3), text(at + 4), text(at + 5), text(at + 6),
                number(at + 7), number(at + 8), number(at + 9), number(at + 10), text(at + 11), reading(code));
    }

    private Reading reading(String code) throws SQLException {
        int at = READING;
        UUID id = uuid(at);
        return id == null ? null : new Reading(id, code, number(at + 1), text(at + 2),
                rows.getObject(at + 3, OffsetDateTime.class).toInstant(), rows.getObject(at + 4, Integer.class),
                rows.getObject(at + 5, Integer.class), number(at + 6), number(at + 7), number(at + 8), uuid(at + 9));
    }

    private UUID uuid(int column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }

    private String text(int column) throws SQLException {
        return rows.getString(column);
    }

    private BigDecimal number(int column) throws SQLException {
        return IndicatorSql.plain(rows.getBigDecimal(column));
    }

    private LocalDate date(int column) throws SQLException {
        return rows.getObject(column, LocalDate.class);
    }
}

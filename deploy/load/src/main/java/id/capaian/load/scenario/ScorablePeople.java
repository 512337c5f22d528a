package id.capaian.load.scenario;

import id.capaian.load.House;
import id.capaian.load.Person;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes the people of a tenant such that Pariaman's pack can score them: three of the sixteen indicators of each plan
 * become indicators of the pack, with values that differ from person to person, and evaluations get marks of all seven
 * values. The other thirteen indicators are read and carry no weight, as results outside a pack's set do.
 */
final class ScorablePeople implements AutoCloseable {

    /** The region whose pack it is. */
    static final String REGION = "pariaman";

    private static final List<String> WRITTEN_BY_RUNS =
            List.of("behavior_mark", "suggestion", "evaluation_chunk", "evaluation_run", "evaluation");

    private final House house;
    private final String schema;

    /** An indicator of the plan as generated becomes one of the pack, by its code there. */
    private record Planned(String was, String code, String direction, int target, int weight) {
    }

    /** Values of an indicator from {@code least} on, in turn. */
    private record Valued(String code, int least, int many) {
    }

    private static final List<Planned> PLANNED = List.of(new Planned("ind-0", "PAR.IMM", "MAX", 90, 50),
            new Planned("ind-1", "PAR.OTD", "MAX", 95, 30), new Planned("ind-2", "PAR.RWK", "MIN", 5, 20));
    private static final List<Valued> VALUED = List.of(new Valued("PAR.IMM", 80, 21), new Valued("PAR.OTD", 85, 16),
            new Valued("PAR.RWK", 3, 5), new Valued("PAR.SKL.RUB", 85, 31), new Valued("PAR.SKL.TST", 75, 26));

    ScorablePeople(House house, int tenant) throws SQLException {
        this.house = house;
        this.schema = "t_" + Person.code(tenant) + ".";
        house.system().asSuperuser(planned(), valued(house.periods().get(tenant)),
                "vacuum (analyze) " + schema + "individual_indicator, " + schema + "indicator_value");
    }

    private String planned() {
        String rows = PLANNED.stream().map(one -> "('%s', '%s', '%s', %d, %d)".formatted(one.was(), one.code(),
                one.direction(), one.target(), one.weight())).collect(Collectors.joining(", "));
        return """
                update %sindividual_indicator i
                set code = p.code, direction = p.direction, target = p.target, weight = p.weight
                from (values %s) as p (was, code, direction, target, weight) where i.code = p.was"""
                .formatted(schema, rows);
    }

    private String valued(UUID period) {
        String rows = VALUED.stream().map(one -> "('%s', %d, %d)".formatted(one.code(), one.least(), one.many()))
                .collect(Collectors.joining(", "));
        return """
                insert into %1$sindicator_value (indicator_value_id, subject_kind, subject_id, indicator_code,
                    assessment_period_id, value, source, taken_at, recorded_at)
                select cast(md5(e.employee_id || v.code) as uuid), 'PERSON', e.employee_id, v.code, '%2$s',
                    v.least + mod(row_number() over (partition by v.code order by e.employee_id), v.many),
                    'IMPORT', date_trunc('year', now()), date_trunc('year', now())
                from %1$semployee e cross join (values %3$s) as v (code, least, many)"""
                .formatted(schema, period, rows);
    }

    /** Gives every evaluation its marks; most are as expected, one value of each person is not. */
    void mark() throws SQLException {
        house.system().asSuperuser("""
                insert into %1$sbehavior_mark (evaluation_id, value_no, mark)
                select evaluation_id, v, case when v <> 1 + mod(n, 7) then 'MEETS'
                                              when mod(n, 3) = 0 then 'BELOW' else 'ABOVE' end
                from (select evaluation_id, row_number() over (order by skp_id) as n from %1$sevaluation) e
                cross join generate_series(1, 7) v""".formatted(schema),
                "vacuum (analyze) " + schema + "evaluation, " + schema + "behavior_mark");
    }

    /** Takes away evaluations and what runs have written of them; indicators and values stay. */
    @Override
    public void close() throws SQLException {
        house.system().asSuperuser("truncate " + WRITTEN_BY_RUNS.stream().map(table -> schema + table).collect(Collectors.joining(", "))
                + " cascade");
    }
}

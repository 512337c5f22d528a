package id.capaian.readiness.control;

import id.capaian.kernel.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How everybody stands in a period, in one statement for the counts and one for a page of people. Officials have no
 * plan and are not counted. A person counts in the definitive post of the day. A value is given for the plan it was
 * recorded for, see {@link id.capaian.planning.PlanReadings}.
 */
@ApplicationScoped
class ReadinessSql {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int FLAGS = 6;

    private static final String HELD = """
            with asked as materialized (
                select cast(? as uuid) as period_id, cast(? as date) as day, cast(? as jsonb) as units
            ), period as materialized (
                select p.* from asked join __T__.assessment_period p on p.assessment_period_id = asked.period_id
            ), held as (
                select a.assignment_id, a.employee_id, a.org_unit_id
                from __T__.assignment a join __T__.employee e on e.employee_id = a.employee_id
                where a.kind = 'DEFINITIVE' and e.employment <> 'OFFICIAL'
                    and a.valid_from <= (select day from asked)
                    and coalesce(a.valid_to, 'infinity') >= (select day from asked)
                    and a.org_unit_id in (select cast(id as uuid)
                        from jsonb_array_elements_text((select units from asked)) id)
            """;
    private static final String REST = """
            ), planned as (
                select distinct on (s.assignment_id) s.assignment_id, s.skp_id, s.active_version
                from period p cross join held
                join __T__.skp s on s.assignment_id = held.assignment_id and s.starts_on <= p.ends_on
                    and s.ends_on >= p.starts_on and s.status <> 'CANCELLED'
                order by s.assignment_id, s.active_version is null, s.starts_on desc
            ), subject as (
                select employee_id as subject_id from held union select org_unit_id from held
            ), given as (
                select distinct v.subject_id, v.indicator_code, (select n.skp_id
                    from __T__.progress_entry n where n.progress_entry_id = v.progress_entry_id) as skp_id
                from subject join __T__.indicator_value v on v.subject_id = subject.subject_id
                where v.assessment_period_id = (select period_id from asked)
            ), valueless as (
                select distinct s.skp_id
                from planned s
                join held on held.assignment_id = s.assignment_id
                join __T__.skp_version v on v.skp_id = s.skp_id and v.version_no = s.active_version
                join __T__.work_result r on r.skp_version_id = v.skp_version_id
                join __T__.individual_indicator i on i.work_result_id = r.work_result_id
                left join given on given.indicator_code = i.code and given.subject_id =
                    case i.attribution when 'PERSON' then held.employee_id else held.org_unit_id end
                    and (given.skp_id is null or given.skp_id = s.skp_id)
                where i.code is not null and i.weight > 0 and given.subject_id is null
            ), evidenced as (
                select distinct n.skp_id
                from planned join __T__.progress_entry n on n.skp_id = planned.skp_id
                join __T__.evidence e on e.progress_entry_id = n.progress_entry_id and e.removed_at is null
                where n.assessment_period_id = (select period_id from asked)
            ), state as (
                select held.assignment_id, held.employee_id, held.org_unit_id, planned.skp_id, e.evaluation_id,
                    e.status,
                    r.rater_id is null or r.rater_id = held.employee_id as no_rater,
                    c.subject is null as no_account,
                    planned.skp_id is null as no_plan,
                    planned.skp_id is not null and planned.active_version is null as not_agreed,
                    valueless.skp_id is not null as no_value,
                    planned.active_version is not null and evidenced.skp_id is null as no_evidence,
                    coalesce(e.status in ('OBJECTED', 'EXPLAINED'), false) as objection
                from held
                left join __T__.rater_line r on r.assignment_id = held.assignment_id
                    and r.valid_from <= (select day from asked)
                    and coalesce(r.valid_to, 'infinity') >= (select day from asked)
                left join __T__.account c on c.employee_id = held.employee_id
                left join planned on planned.assignment_id = held.assignment_id
                left join __T__.evaluation e on e.skp_id = planned.skp_id
                    and e.assessment_period_id = (select period_id from asked)
                left join valueless on valueless.skp_id = planned.skp_id
                left join evidenced on evidenced.skp_id = planned.skp_id
            )""";

    private static final String COUNTS = HELD + REST + """

            select u.org_unit_id, u.code, u.name, count(state.assignment_id),
                count(*) filter (where no_rater), count(*) filter (where no_account),
                count(*) filter (where no_plan), count(*) filter (where not_agreed),
                count(*) filter (where no_value), count(*) filter (where no_evidence),
                count(*) filter (where objection),
                count(*) filter (where not no_plan and not not_agreed and (status is null or status in
                    ('NOT_STARTED', 'SELF_FILLING', 'SELF_SUBMITTED', 'RETURNED_FOR_EVIDENCE', 'UNDER_REVIEW'))),
                count(*) filter (where status in ('RATED', 'CALIBRATING', 'DELIVERED', 'ACKNOWLEDGED', 'LAPSED',
                    'OBJECTED', 'EXPLAINED', 'DECIDED')),
                count(*) filter (where status in ('FINAL', 'EXCLUDED'))
            from __T__.org_unit u left join state on state.org_unit_id = u.org_unit_id
            where u.org_unit_id in (select cast(id as uuid)
                from jsonb_array_elements_text((select units from asked)) id)
            group by u.org_unit_id order by u.code""";

    private static final String COLUMNS = """

            select assignment_id, employee_id, org_unit_id, u.name, skp_id, evaluation_id, status, no_rater, no_account,
                no_plan, not_agreed, no_value, no_evidence, objection
            from state join __T__.org_unit u using (org_unit_id)""";

    /** Cut before anything else is looked at: the next page costs what this one does, not what all of them do. */
    private static final String PAGE = HELD + """
                    and a.assignment_id > ? order by a.assignment_id fetch first ? rows only
            """ + REST + COLUMNS + " order by assignment_id";

    private static final String WITH_GAP = HELD + REST + COLUMNS + """

            where assignment_id > ? and case ? when 'NO_RATER' then no_rater when 'NO_ACCOUNT' then no_account
                when 'NO_PLAN' then no_plan when 'PLAN_NOT_AGREED' then not_agreed when 'NO_VALUE' then no_value
                when 'NO_EVIDENCE' then no_evidence else objection end
            order by assignment_id fetch first ? rows only""";

    private final EntityManager entityManager;

    ReadinessSql() {
        this(null);
    }

    @Inject
    ReadinessSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The units, each for itself, by code. */
    List<UnitState> units(UUID periodId, LocalDate day, Collection<UUID> unitIds) {
        List<?> rows = asked(COUNTS, periodId, day, unitIds).getResultList();
        return rows.stream().map(Object[].class::cast).map(ReadinessSql::unit).toList();
    }

    /**
     * A page of everybody, by their post.
     *
     * @param after last post of the page before; null for the first page
     */
    List<Post> posts(UUID periodId, LocalDate day, Collection<UUID> unitIds, UUID after, int most) {
        return posts(asked(PAGE, periodId, day, unitIds).setParameter(4, after == null ? BEFORE_ALL : after)
                .setParameter(5, most));
    }

    /** The same of those who have a gap; what it costs depends on the units, not on the page. */
    List<Post> postsWith(Gap gap, UUID periodId, LocalDate day, Collection<UUID> unitIds, UUID after, int most) {
        return posts(asked(WITH_GAP, periodId, day, unitIds).setParameter(4, after == null ? BEFORE_ALL : after)
                .setParameter(5, gap.name()).setParameter(6, most));
    }

    private static List<Post> posts(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).map(ReadinessSql::post).toList();
    }

    private Query asked(String sql, UUID periodId, LocalDate day, Collection<UUID> unitIds) {
        return entityManager.createNativeQuery(sql).setParameter(1, periodId).setParameter(2, Date.valueOf(day))
                .setParameter(3, Json.write(List.copyOf(unitIds)));
    }

    private static UnitState unit(Object[] row) {
        Map<Gap, Integer> gaps = new EnumMap<>(Gap.class);
        Stream.of(Gap.values()).forEach(gap -> gaps.put(gap, count(row[4 + gap.ordinal()])));
        Map<Stage, Integer> stages = new EnumMap<>(Stage.class);
        stages.put(Stage.WITHOUT_PLAN, gaps.get(Gap.NO_PLAN));
        stages.put(Stage.PLANNING, gaps.get(Gap.PLAN_NOT_AGREED));
        stages.put(Stage.WORKING, count(row[11]));
        stages.put(Stage.RATED, count(row[12]));
        stages.put(Stage.FINISHED, count(row[13]));
        return new UnitState((UUID) row[0], (String) row[1], (String) row[2], count(row[3]), gaps, stages);
    }

    private static Post post(Object[] row) {
        Set<Gap> gaps = EnumSet.noneOf(Gap.class);
        Stream.of(Gap.values()).filter(gap -> (Boolean) row[FLAGS + 1 + gap.ordinal()]).forEach(gaps::add);
        Stage stage = stage((String) row[FLAGS], gaps);
        return new Post((UUID) row[0], (UUID) row[1], (UUID) row[2], (String) row[3], (UUID) row[4], (UUID) row[5],
                stage == Stage.WITHOUT_PLAN || stage == Stage.PLANNING || stage == Stage.WORKING, stage, gaps);
    }

    private static Stage stage(String status, Set<Gap> gaps) {
        if (gaps.contains(Gap.NO_PLAN)) {
            return Stage.WITHOUT_PLAN;
        }
        if (gaps.contains(Gap.PLAN_NOT_AGREED)) {
            return Stage.PLANNING;
        }
        if (status == null) {
            return Stage.WORKING;
        }
        return switch (status) {
            case "NOT_STARTED", "SELF_FILLING", "SELF_SUBMITTED", "RETURNED_FOR_EVIDENCE", "UNDER_REVIEW" ->
                    Stage.WORKING;
            case "FINAL", "EXCLUDED" -> Stage.FINISHED;
            default -> Stage.RATED;
        };
    }

    private static int count(Object number) {
        return ((Number) number).intValue();
    }
}

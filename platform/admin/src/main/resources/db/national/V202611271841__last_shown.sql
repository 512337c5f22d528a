-- What a reader saw of a cell is remembered while it is hidden: one that is hidden for a night, for the sake of a small
-- group beside it, and shown again with one person more would tell of that person. And a hidden cell does not tell when
-- something was last published.

create table national.last_shown (
    period_code  text        not null,
    level        text        not null,
    area_code    text        not null,
    measure      text        not null,
    category     text        not null,
    person_count integer     not null,
    value_mean   numeric(18, 2),
    as_of        timestamptz not null,
    closed       boolean     not null,
    constraint pk_last_shown primary key (period_code, level, area_code, measure, category)
);

-- person_count is what would be shown, which may be what was shown before; whether a group is small is told by the exact
-- count. closed: the figure is of a time when every government of the area had closed the period.
alter table national.cell add column exact_count integer, add column closed boolean not null default false;
update national.cell set exact_count = person_count;

grant select, insert, update, delete on national.last_shown to national_function_owner;
grant create on schema national to national_function_owner;
set local role national_function_owner;

-- Whether every government of the area has closed the period.
create function national.closed_altogether(p_period text, p_level text, p_area text) returns boolean
    language sql stable set search_path = pg_catalog, pg_temp as $$
    select not exists (
        select from registry.tenant t
         where t.desired_state <> 'DROPPED'
           and p_area = case p_level when 'REGION' then t.government_code
                                     when 'PROVINCE' then t.province_code else 'ID' end
           and not exists (select from national.closed_period d
                            where d.tenant = t.code and d.period_code = p_period))
$$;

insert into national.last_shown (period_code, level, area_code, measure, category, person_count, value_mean, as_of,
                                 closed)
select period_code, level, area_code, measure, category, person_count, value_mean, as_of,
       national.closed_altogether(period_code, level, area_code)
  from national.cube where suppression is null;

-- A cell is shown as it was shown last until at least p_k persons have come or gone, however long it was hidden since,
-- so that two looks at it do not tell of one person. On closing, the areas take their final figures all of whose
-- governments have closed the period; once, because a correction after that is again one person.
create or replace function national.keep_shown(p_period text, p_k integer, p_closing boolean) returns void
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update national.cell c set exact_count = c.person_count, closed = area.closed
      from (select level, area_code, national.closed_altogether(p_period, level, area_code) as closed
              from (select distinct level, area_code from national.cell where period_code = p_period) one) area
     where c.period_code = p_period and (c.level, c.area_code) = (area.level, area.area_code);
    update national.cell c
       set person_count = shown.person_count, value_mean = shown.value_mean, as_of = shown.as_of,
           closed = shown.closed
      from national.last_shown shown
     where c.period_code = p_period and shown.period_code = p_period
       and (shown.level, shown.area_code, shown.measure, shown.category)
           = (c.level, c.area_code, c.measure, c.category)
       and abs(c.exact_count - shown.person_count) < p_k
       and not (p_closing and c.closed and not shown.closed);
end $$;

create or replace function national.protect_rows(p_period text, p_k integer) returns boolean
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    with weak as (
        select level, area_code, measure from national.cell
         where period_code = p_period
         group by level, area_code, measure
        having count(*) > 1
           and count(suppression) > 0
           and (count(suppression) = 1
                or sum(least(person_count, exact_count)) filter (where suppression is not null) < p_k)
    ), pick as (
        select distinct on (c.level, c.area_code, c.measure) c.level, c.area_code, c.measure, c.category
          from national.cell c join weak using (level, area_code, measure)
         where c.period_code = p_period and c.suppression is null
         order by c.level, c.area_code, c.measure, c.person_count, c.category
    )
    update national.cell c set suppression = 'COMPLEMENTARY' from pick
     where c.period_code = p_period
       and (c.level, c.area_code, c.measure, c.category)
           = (pick.level, pick.area_code, pick.measure, pick.category);
    return found;
end $$;

create or replace function national.protect_areas(p_period text, p_k integer) returns boolean
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    with family as (
        select whole.level, part.level as part_level, whole.area_code, whole.measure, whole.category,
               whole.suppression is not null as whole_hidden,
               count(part.suppression) as parts_hidden,
               coalesce(sum(least(part.person_count, part.exact_count)) filter (where part.suppression is not null),
                        0) as persons_hidden
          from national.cell whole
          join national.cell part on part.period_code = p_period and part.parent_code = whole.area_code
                                 and part.level = case whole.level when 'NATION' then 'PROVINCE'
                                                                   when 'PROVINCE' then 'REGION' end
                                 and part.measure = whole.measure and part.category = whole.category
         where whole.period_code = p_period
         group by whole.level, part.level, whole.area_code, whole.measure, whole.category, whole.suppression
    ), weak as (
        select * from family
         where (whole_hidden and parts_hidden = 0)
            or (not whole_hidden and parts_hidden > 0 and (parts_hidden = 1 or persons_hidden < p_k))
    ), pick as (
        select distinct on (weak.level, weak.area_code, weak.measure, weak.category)
               c.level, c.area_code, c.measure, c.category
          from weak
          join national.cell c on c.period_code = p_period and c.measure = weak.measure
                              and c.category = weak.category and c.suppression is null
                              and ((c.level = weak.part_level and c.parent_code = weak.area_code)
                                   or (c.level = weak.level and c.area_code = weak.area_code))
         order by weak.level, weak.area_code, weak.measure, weak.category,
                  c.level = weak.level, c.person_count, c.area_code
    )
    update national.cell c set suppression = 'COMPLEMENTARY' from pick
     where c.period_code = p_period
       and (c.level, c.area_code, c.measure, c.category)
           = (pick.level, pick.area_code, pick.measure, pick.category);
    return found;
end $$;

create or replace function national.protect_from_sums(p_period text, p_k integer) returns boolean
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform national.work_out(p_period);
    with member as (
        select * from national.sums(p_period)
    ), told as (
        select distinct level, area_code, measure, category from national.cell
         where period_code = p_period and suppression is not null and least(person_count, exact_count) < p_k
           and high < p_k
    ), near as (
        select distinct on (told.level, told.area_code, told.measure, told.category)
               n.level, n.area_code, n.measure, n.category
          from told
          join member m using (level, area_code, measure, category)
          join member n on n.sum_key = m.sum_key and not n.hidden
         order by told.level, told.area_code, told.measure, told.category, n.whole, n.person_count, n.area_code,
                  n.category
    ), anywhere as (
        select level, area_code, measure, category from national.cell
         where period_code = p_period and suppression is null
           and exists (select from told) and not exists (select from near)
         order by person_count, level, area_code, category limit 1
    ), pick as (
        select * from near union select * from anywhere
    )
    update national.cell c set suppression = 'COMPLEMENTARY' from pick
     where c.period_code = p_period
       and (c.level, c.area_code, c.measure, c.category)
           = (pick.level, pick.area_code, pick.measure, pick.category);
    return found;
end $$;

-- Hidden cells bear the moment of the newest figure shown of their area, else the one they bore before, else the day: the
-- moment of a publication would tell that somebody's evaluation ended then.
create or replace function national.show(p_period text) returns void
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into national.last_shown as l (period_code, level, area_code, measure, category, person_count, value_mean,
                                          as_of, closed)
    select period_code, level, area_code, measure, category, person_count, value_mean, as_of, closed
      from national.cell where period_code = p_period and suppression is null
    on conflict (period_code, level, area_code, measure, category) do update
       set person_count = excluded.person_count, value_mean = excluded.value_mean, as_of = excluded.as_of,
           closed = l.closed or excluded.closed;
    update national.cell c
       set as_of = coalesce(
               (select max(s.as_of) from national.cell s
                 where s.period_code = p_period and (s.level, s.area_code) = (c.level, c.area_code)
                   and s.suppression is null),
               (select b.as_of from national.cube b
                 where b.period_code = p_period and (b.level, b.area_code, b.measure, b.category)
                                                    = (c.level, c.area_code, c.measure, c.category)),
               date_trunc('day', c.as_of, 'Asia/Jakarta'))
     where c.period_code = p_period and c.suppression is not null;
    delete from national.cube where period_code = p_period;
    insert into national.cube (period_code, level, area_code, area_name, measure, category, person_count, value_mean,
                               suppression, tenant_count, as_of)
    select period_code, level, area_code, area_name, measure, category,
           case when suppression is null then person_count end,
           case when suppression is null then value_mean end,
           case when suppression is not null then 'HIDDEN' end, tenant_count, as_of
      from national.cell where period_code = p_period;
end $$;

revoke all on function national.closed_altogether(text, text, text) from public;

reset role;
revoke create on schema national from national_function_owner;

-- The cube knows of which area each area is a part, as the sums were made: a reader asks for an area and its parts, and
-- pays neither for the other provinces' governments nor for other periods.

-- A refresh under way writes cells first: it ends before this begins, and the next one meets the new function.
lock table national.cell in share row exclusive mode;

alter table national.cube add column parent_code text;

update national.cube shown
   set parent_code = c.parent_code
  from national.cell c
 where (c.period_code, c.level, c.area_code, c.measure, c.category)
       = (shown.period_code, shown.level, shown.area_code, shown.measure, shown.category);

alter table national.cube add constraint ck_cube_parent check ((level = 'NATION') = (parent_code is null));
create index ix_cube_parent on national.cube (period_code, parent_code);

grant create on schema national to national_function_owner;
set local role national_function_owner;

-- As before, with the area that each is a part of.
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
    insert into national.cube (period_code, level, area_code, parent_code, area_name, measure, category, person_count,
                               value_mean, suppression, tenant_count, as_of)
    select period_code, level, area_code, parent_code, area_name, measure, category,
           case when suppression is null then person_count end,
           case when suppression is null then value_mean end,
           case when suppression is not null then 'HIDDEN' end, tenant_count, as_of
      from national.cell where period_code = p_period;
end $$;

reset role;
revoke create on schema national from national_function_owner;

-- Final figures hold everybody. A tenant tells that it has closed a period in the transaction that publishes what was
-- missed of it, once nothing in it is unfinished; before, it told so when the period closed, and a derivation in between
-- froze figures that lacked the last ones. What is closed is read in the statement that reads the figures: else a tenant
-- that publishes and closes between the two would be counted as closed without them.

-- Derivations under way end before this begins, and the next one meets the new functions.
lock table national.cell in share row exclusive mode;

grant create on schema national to national_function_owner;
set local role national_function_owner;

-- Of a release that still runs, closing goes on without it: its jobs fail and wait for a server that knows more.
drop function national.await_closing(text);
drop function national.refresh(text, boolean);
drop function national.keep_shown(text, integer, boolean);

-- Fills national.cell with a period's exact figures by government, province and nation, and with whether every
-- government of the area has closed it. Every category seen anywhere gets a cell everywhere, because a cell that is
-- missing would tell that nobody is in it.
create or replace function national.gather(p_period text) returns void
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    delete from national.cell where period_code = p_period;
    with figure as (
        select s.measure, s.category, s.person_count, s.value_sum, s.tenant, s.published_at, a.*
          from national.summary s
          join registry.tenant t on t.code = s.tenant
         cross join lateral (values
                ('REGION', t.government_code, t.province_code),
                ('PROVINCE', t.province_code, 'ID'),
                ('NATION', 'ID', null)) as a (level, area_code, parent_code)
         where s.period_code = p_period
    ), area as (
        select level, area_code, parent_code, count(distinct tenant) as tenant_count, max(published_at) as as_of
          from figure group by level, area_code, parent_code
    ), named_area as materialized (
        -- Once an area, not once a figure. A government is named by its tenants, the rest by the region codes.
        select area.*, national.closed_altogether(p_period, area.level, area.area_code) as closed,
               coalesce(r.name, (select min(t.government_name) from registry.tenant t
                                  where t.government_code = area.area_code), area.area_code) as area_name
          from area left join ref.region r on r.code = area.area_code
    )
    insert into national.cell (period_code, level, area_code, parent_code, area_name, measure, category,
                               person_count, exact_count, value_mean, tenant_count, as_of, closed)
    select p_period, a.level, a.area_code, a.parent_code, a.area_name, m.measure, m.category,
           coalesce(sum(f.person_count), 0), coalesce(sum(f.person_count), 0),
           round(sum(f.value_sum) / nullif(sum(f.person_count), 0), 2),
           a.tenant_count, a.as_of, a.closed
      from named_area a
     cross join (select distinct measure, category from figure) m
      left join figure f on f.level = a.level and f.area_code = a.area_code
                        and f.measure = m.measure and f.category = m.category
     group by a.level, a.area_code, a.parent_code, a.area_name, m.measure, m.category, a.tenant_count, a.as_of,
              a.closed;
end $$;

-- A cell is shown as it was shown last until at least p_k persons have come or gone, however long it was hidden since,
-- so that two looks at it do not tell of one person. When all governments of its area have closed the period it takes
-- its final figure; once, because a correction after that is again one person.
create function national.keep_shown(p_period text, p_k integer) returns void
    language sql set search_path = pg_catalog, pg_temp as $$
    update national.cell c
       set person_count = shown.person_count, value_mean = shown.value_mean, as_of = shown.as_of,
           closed = shown.closed
      from national.last_shown shown
     where c.period_code = p_period and shown.period_code = p_period
       and (shown.level, shown.area_code, shown.measure, shown.category)
           = (c.level, c.area_code, c.measure, c.category)
       and abs(c.exact_count - shown.person_count) < p_k
       and not (c.closed and not shown.closed)
$$;

-- Derives what may be shown of a period.
create function national.refresh(p_period text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_k integer;
    v_more boolean := true;
begin
    perform pg_advisory_xact_lock(hashtextextended('national.refresh/' || p_period, 0));
    -- What this does not see yet was published or closed later and stays for the next time.
    delete from national.awaiting where period_code = p_period;
    select value into strict v_k from ref.threshold
     where name = 'national-cell' and valid_from <= current_date order by valid_from desc limit 1;
    perform national.gather(p_period);
    analyze national.cell;
    perform national.keep_shown(p_period, v_k);
    update national.cell set suppression = 'PRIMARY' where period_code = p_period and person_count < v_k;
    while v_more loop
        v_more := national.protect_rows(p_period, v_k);
        v_more := national.protect_areas(p_period, v_k) or v_more;
        if not v_more then
            v_more := national.protect_from_sums(p_period, v_k);
        end if;
    end loop;
    perform national.show(p_period);
end $$;

-- The acting tenant has closed the period, nobody in it is unfinished, and all it counts is published. It waits for the
-- next derivation, as a publication does; repeating it changes nothing.
create function national.finish_period(p_period text) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
    with closed as (
        insert into national.closed_period (tenant, period_code, closed_at)
        values (registry.acting_tenant(), p_period, clock_timestamp())
        on conflict do nothing
        returning period_code
    )
    insert into national.awaiting (period_code) select period_code from closed
$$;

-- For servers of the release before, which call it as they close a period: too early. The next night tells.
create or replace function national.close_period(p_period text) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
$$;

revoke all on function national.keep_shown(text, integer), national.refresh(text), national.finish_period(text)
    from public;
grant execute on function national.refresh(text) to registry_writer;
grant execute on function national.finish_period(text) to tenant_member;

reset role;
revoke create on schema national from national_function_owner;

alter table national.awaiting drop column closing;

-- Closings that were told before and not derived yet.
insert into national.awaiting (period_code) select distinct period_code from national.closed_period;

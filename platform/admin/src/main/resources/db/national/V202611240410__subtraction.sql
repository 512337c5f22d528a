-- Two things a reader must not be able to do: work out a small group by subtraction across tables (the row of an area:
-- its evaluated persons and their predicates; the areas that make up an area), and tell from the moment one government
-- closes its period what another one, still open, has changed since.

-- A reader is not told why a figure is hidden: that it is a small group is what must not be known.
alter table national.cube drop constraint ck_cube_suppression;
update national.cube set suppression = 'HIDDEN' where suppression is not null;
alter table national.cube add constraint ck_cube_suppression check (suppression = 'HIDDEN');

-- What a reader can work out of a hidden cell: it is not below low and not above high.
alter table national.cell add column low bigint, add column high bigint;

-- Which tenants have closed which period; written by the tenant's own closing, in the same transaction.
create table national.closed_period (
    tenant      text        not null,
    period_code text        not null,
    closed_at   timestamptz not null,
    constraint pk_closed_period primary key (tenant, period_code),
    constraint fk_closed_period_tenant foreign key (tenant) references registry.tenant
);

grant select, insert on national.closed_period to national_function_owner;
grant select (desired_state) on registry.tenant to national_function_owner;
grant create on schema national to national_function_owner;
set local role national_function_owner;

-- The acting tenant has closed the period; repeating it changes nothing.
create function national.close_period(p_period text) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into national.closed_period (tenant, period_code, closed_at)
    values (registry.acting_tenant(), p_period, clock_timestamp())
    on conflict do nothing
$$;

-- What the acting tenant has published of a period, so that it finds out itself what was missed.
create function national.own_summary(p_period text)
    returns table (org_unit_id uuid, measure text, category text, person_count integer, value_sum numeric)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select s.org_unit_id, s.measure, s.category, s.person_count, s.value_sum
      from national.summary s where s.tenant = registry.acting_tenant() and s.period_code = p_period
$$;

-- A shown cell stays as it was shown until at least p_k persons have come or gone, so that two looks at it do not
-- tell of one person. On closing, the areas take their final figures all of whose governments have closed the period.
drop function national.keep_shown(text, integer);
create function national.keep_shown(p_period text, p_k integer, p_closing boolean) returns void
    language sql set search_path = pg_catalog, pg_temp as $$
    update national.cell c
       set person_count = shown.person_count, value_mean = shown.value_mean, as_of = shown.as_of
      from national.cube shown
     where c.period_code = p_period and shown.period_code = p_period
       and (shown.level, shown.area_code, shown.measure, shown.category)
           = (c.level, c.area_code, c.measure, c.category)
       and shown.suppression is null
       and abs(c.person_count - shown.person_count) < p_k
       and not (p_closing and not exists (
           select from registry.tenant t
            where t.desired_state <> 'DROPPED'
              and c.area_code = case c.level when 'REGION' then t.government_code
                                             when 'PROVINCE' then t.province_code else 'ID' end
              and not exists (select from national.closed_period d
                               where d.tenant = t.code and d.period_code = p_period)))
$$;

-- As before, but hidden cells that are all empty are a small group too: that nobody is in them is not to be known.
create or replace function national.protect_rows(p_period text, p_k integer) returns boolean
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    with weak as (
        select level, area_code, measure from national.cell
         where period_code = p_period
         group by level, area_code, measure
        having count(*) > 1
           and count(suppression) > 0
           and (count(suppression) = 1 or sum(person_count) filter (where suppression is not null) < p_k)
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
               coalesce(sum(part.person_count) filter (where part.suppression is not null), 0) as persons_hidden
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

-- The sums every reader knows of: an area's evaluated persons are those of its five predicates, and an area is what its
-- areas are, figure by figure. Each cell appears once for each sum it is in.
create function national.sums(p_period text)
    returns table (sum_key text, whole boolean, level text, area_code text, measure text, category text,
                   hidden boolean, person_count integer, low bigint, high bigint)
    language sql stable set search_path = pg_catalog, pg_temp as $$
    select s.sum_key, s.whole, c.level, c.area_code, c.measure, c.category, c.suppression is not null,
           c.person_count, c.low, c.high
      from national.cell c
     cross join lateral (values
            (case when c.measure in ('EVALUATED', 'PREDICATE') then concat_ws('/', 'row', c.level, c.area_code) end,
             c.measure = 'EVALUATED'),
            (case when c.level <> 'REGION'
                  then concat_ws('/', c.level, c.area_code, c.measure, c.category) end, true),
            (case c.level when 'REGION' then concat_ws('/', 'PROVINCE', c.parent_code, c.measure, c.category)
                          when 'PROVINCE' then concat_ws('/', 'NATION', c.parent_code, c.measure, c.category) end,
             false)) as s (sum_key, whole)
     where c.period_code = p_period and s.sum_key is not null
$$;

-- Works out low and high as a reader would: from each sum the range of every member by the ranges of the others, until
-- nothing narrows any more. Rounds are limited because kept figures need not add up, and then there is no end.
create function national.work_out(p_period text) returns void
    language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    c_unbounded constant bigint := 1000000000;
    v_round integer := 0;
    v_more boolean := true;
begin
    update national.cell
       set low = case when suppression is null then person_count else 0 end,
           high = case when suppression is null then person_count else c_unbounded end
     where period_code = p_period;
    while v_more and v_round < 100 loop
        with member as (
            select * from national.sums(p_period)
        ), total as (
            select sum_key, max(low) filter (where whole) as whole_low, max(high) filter (where whole) as whole_high,
                   sum(low) filter (where not whole) as parts_low, sum(high) filter (where not whole) as parts_high
              from member group by sum_key having bool_or(whole) and not bool_and(whole)
        ), bound as (
            select m.level, m.area_code, m.measure, m.category,
                   max(case when m.whole then t.parts_low else t.whole_low - (t.parts_high - m.high) end) as low,
                   min(case when m.whole then t.parts_high else t.whole_high - (t.parts_low - m.low) end) as high
              from member m join total t using (sum_key)
             where m.hidden and m.low <= m.high
             group by m.level, m.area_code, m.measure, m.category
        )
        update national.cell c set low = greatest(c.low, bound.low), high = least(c.high, bound.high) from bound
         where c.period_code = p_period
           and (c.level, c.area_code, c.measure, c.category)
               = (bound.level, bound.area_code, bound.measure, bound.category)
           and (bound.low > c.low or bound.high < c.high);
        v_more := found;
        v_round := v_round + 1;
    end loop;
end $$;

-- Hides one more cell for every small group of which a reader can work out that it is small: the smallest part shown in
-- one of its sums, else the whole; where all of them are hidden already, the smallest cell shown anywhere. True when it
-- hid one.
create function national.protect_from_sums(p_period text, p_k integer) returns boolean
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform national.work_out(p_period);
    with member as (
        select * from national.sums(p_period)
    ), told as (
        select distinct level, area_code, measure, category from national.cell
         where period_code = p_period and suppression is not null and person_count < p_k and high < p_k
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

create or replace function national.show(p_period text) returns void
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    delete from national.cube where period_code = p_period;
    insert into national.cube (period_code, level, area_code, area_name, measure, category, person_count, value_mean,
                               suppression, tenant_count, as_of)
    select period_code, level, area_code, area_name, measure, category,
           case when suppression is null then person_count end,
           case when suppression is null then value_mean end,
           case when suppression is not null then 'HIDDEN' end, tenant_count, as_of
      from national.cell where period_code = p_period;
end $$;

-- Derives what may be shown of a period. p_closing: a tenant has closed it; areas that are closed altogether take their
-- final figures.
create or replace function national.refresh(p_period text, p_closing boolean default false) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_k integer;
    v_more boolean := true;
begin
    perform pg_advisory_xact_lock(hashtextextended('national.refresh/' || p_period, 0));
    select value into strict v_k from ref.threshold
     where name = 'national-cell' and valid_from <= current_date order by valid_from desc limit 1;
    perform national.gather(p_period);
    perform national.keep_shown(p_period, v_k, p_closing);
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

revoke all on function national.close_period(text), national.own_summary(text),
    national.keep_shown(text, integer, boolean), national.sums(text), national.work_out(text),
    national.protect_from_sums(text, integer) from public;
grant execute on function national.close_period(text), national.own_summary(text) to tenant_member;

reset role;
revoke create on schema national from national_function_owner;

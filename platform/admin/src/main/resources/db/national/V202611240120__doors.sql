-- Who may touch the national figures: tenants push their own through publish_summary, readers see the cube, and only
-- refresh, owned by a role that cannot log in, sees exact counts of more than one tenant.

grant usage on schema national to tenant_member, national_reader, registry_writer, national_function_owner;
grant select on national.cube to national_reader;
grant select, insert, update, delete on national.summary, national.cube, national.cell to national_function_owner;

grant create on schema national to national_function_owner;
set local role national_function_owner;

-- Replaces what the acting tenant has published for each (period, unit) named in p, an array of objects
-- {period_code, org_unit_id, org_unit_name, measure, category, person_count, value_sum, published_at}.
-- value_sum may be absent; published_at may be absent and is then the database's time. Units not named stay.
create function national.publish_summary(p jsonb) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_tenant text := registry.acting_tenant();
begin
    delete from national.summary s
     where s.tenant = v_tenant
       and (s.period_code, s.org_unit_id) in
           (select r.period_code, r.org_unit_id
              from jsonb_to_recordset(p) as r (period_code text, org_unit_id uuid));
    insert into national.summary (tenant, period_code, org_unit_id, org_unit_name, measure, category, person_count,
                                  value_sum, published_at)
    select v_tenant, r.period_code, r.org_unit_id, r.org_unit_name, r.measure, r.category, r.person_count,
           r.value_sum, coalesce(r.published_at, clock_timestamp())
      from jsonb_to_recordset(p) as r (period_code text, org_unit_id uuid, org_unit_name text, measure text,
                                       category text, person_count integer, value_sum numeric,
                                       published_at timestamptz);
end $$;

-- Fills national.cell with a period's exact figures by government, province and nation. Every category seen anywhere
-- gets a cell everywhere, because a cell that is missing would tell that nobody is in it.
create function national.gather(p_period text) returns void
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
    ), named_area as (
        -- A government is named by its tenants, the rest by the region codes.
        select area.*, coalesce(r.name, (select min(t.government_name) from registry.tenant t
                                          where t.government_code = area.area_code), area.area_code) as area_name
          from area left join ref.region r on r.code = area.area_code
    )
    insert into national.cell (period_code, level, area_code, parent_code, area_name, measure, category,
                               person_count, value_mean, tenant_count, as_of)
    select p_period, a.level, a.area_code, a.parent_code, a.area_name, m.measure, m.category,
           coalesce(sum(f.person_count), 0),
           round(sum(f.value_sum) / nullif(sum(f.person_count), 0), 2),
           a.tenant_count, a.as_of
      from named_area a
     cross join (select distinct measure, category from figure) m
      left join figure f on f.level = a.level and f.area_code = a.area_code
                        and f.measure = m.measure and f.category = m.category
     group by a.level, a.area_code, a.parent_code, a.area_name, m.measure, m.category, a.tenant_count, a.as_of;
end $$;

-- A shown cell stays as it was shown until at least p_k persons have come or gone, so that two looks at it do not
-- tell of one person.
create function national.keep_shown(p_period text, p_k integer) returns void
    language sql set search_path = pg_catalog, pg_temp as $$
    update national.cell c
       set person_count = shown.person_count, value_mean = shown.value_mean, as_of = shown.as_of
      from national.cube shown
     where c.period_code = p_period and shown.period_code = p_period
       and (shown.level, shown.area_code, shown.measure, shown.category)
           = (c.level, c.area_code, c.measure, c.category)
       and shown.suppression is null
       and abs(c.person_count - shown.person_count) < p_k
$$;

-- Hides the smallest shown cell of every row of categories whose hidden cells could be told from the row's total:
-- because only one is hidden, or because all hidden ones together are a small group. True when it hid one.
create function national.protect_rows(p_period text, p_k integer) returns boolean
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    with weak as (
        select level, area_code, measure from national.cell
         where period_code = p_period
         group by level, area_code, measure
        having count(*) > 1
           and count(suppression) > 0
           and (count(suppression) = 1
                or sum(person_count) filter (where suppression is not null) between 1 and p_k - 1)
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

-- The same between an area and the areas that make it up: a hidden one must not be told from the whole minus the
-- others, nor a hidden whole from its parts. What is hidden next is the smallest part still shown, else the whole.
create function national.protect_areas(p_period text, p_k integer) returns boolean
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
            or (not whole_hidden and parts_hidden > 0
                and (parts_hidden = 1 or persons_hidden between 1 and p_k - 1))
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

create function national.show(p_period text) returns void
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    delete from national.cube where period_code = p_period;
    insert into national.cube (period_code, level, area_code, area_name, measure, category, person_count, value_mean,
                               suppression, tenant_count, as_of)
    select period_code, level, area_code, area_name, measure, category,
           case when suppression is null then person_count end,
           case when suppression is null then value_mean end,
           suppression, tenant_count, as_of
      from national.cell where period_code = p_period;
end $$;

-- Derives what may be shown of a period. p_closing: the period closes, so shown cells take their final figures.
-- Protects against one table at a time (a row's total, an area's parts); it does not solve systems of tables.
create function national.refresh(p_period text, p_closing boolean default false) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_k integer;
    v_more boolean := true;
begin
    perform pg_advisory_xact_lock(hashtextextended('national.refresh/' || p_period, 0));
    select value into strict v_k from ref.threshold
     where name = 'national-cell' and valid_from <= current_date order by valid_from desc limit 1;
    perform national.gather(p_period);
    if not p_closing then
        perform national.keep_shown(p_period, v_k);
    end if;
    update national.cell set suppression = 'PRIMARY' where period_code = p_period and person_count < v_k;
    while v_more loop
        v_more := national.protect_rows(p_period, v_k);
        v_more := national.protect_areas(p_period, v_k) or v_more;
    end loop;
    perform national.show(p_period);
end $$;

revoke all on all functions in schema national from public;
grant execute on function national.publish_summary(jsonb) to tenant_member;
grant execute on function national.refresh(text, boolean) to registry_writer;

reset role;
revoke create on schema national from national_function_owner;

-- Deriving what may be shown is for the whole nation at once: who waited for another to end needs it no more when that
-- one began after he asked. And the planner is told of the cells just made: of a period it has never seen it expects
-- one row, and joins them by looking at all for each of all (minutes instead of milliseconds).

create table national.refreshed (
    period_code text        not null,
    began_at    timestamptz not null,
    times       bigint      not null,
    constraint pk_refreshed primary key (period_code)
);

grant select, insert, update on national.refreshed to national_function_owner;
grant maintain on national.cell to national_function_owner;
grant create on schema national to national_function_owner;
set local role national_function_owner;

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
    analyze national.cell;
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

-- The same for who has committed what the figures are to be derived from: not done again when it was begun meanwhile.
create function national.refresh_together(p_period text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_asked timestamptz := clock_timestamp();
begin
    perform pg_advisory_xact_lock(hashtextextended('national.refresh/' || p_period, 0));
    if not exists (select from national.refreshed where period_code = p_period and began_at > v_asked) then
        insert into national.refreshed as r (period_code, began_at, times) values (p_period, clock_timestamp(), 1)
        on conflict (period_code) do update set began_at = excluded.began_at, times = r.times + 1;
        perform national.refresh(p_period);
    end if;
end $$;

revoke all on function national.refresh_together(text) from public;
grant execute on function national.refresh_together(text) to registry_writer;

reset role;
revoke create on schema national from national_function_owner;

-- Deriving what may be shown is for the whole nation at once, so it is not done for each publication: those of a while
-- share one. And the planner is told of the cells just made: of a period it has never seen it expects one row, and joins
-- them by looking at all for each of all (minutes instead of milliseconds).

-- One row for each publication that the figures do not hold yet. Rows are only added and deleted, so that who publishes
-- never waits for who derives.
create table national.awaiting (
    period_code text not null
);

create table national.refreshed (
    period_code text        not null,
    began_at    timestamptz not null,
    ended_at    timestamptz not null,
    times       bigint      not null,
    constraint pk_refreshed primary key (period_code)
);

grant select, insert, delete on national.awaiting to national_function_owner;
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
    -- What this does not see yet was published later and stays for the next time.
    delete from national.awaiting where period_code = p_period;
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

-- Derives the periods of which something was published since. After each it rests, twenty times as long as it took, so
-- that it takes at most a twentieth of one processor however many publish; and a period that is being derived at this
-- moment is left to the next time. Returns how many periods it derived.
create function national.refresh_due() returns integer
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_period text;
    v_began timestamptz;
    v_count integer := 0;
begin
    for v_period in select distinct period_code from national.awaiting order by 1 loop
        if not exists (select from national.refreshed
                        where period_code = v_period and ended_at + 20 * (ended_at - began_at) > clock_timestamp())
           and pg_try_advisory_xact_lock(hashtextextended('national.refresh/' || v_period, 0)) then
            v_began := clock_timestamp();
            perform national.refresh(v_period);
            insert into national.refreshed as r (period_code, began_at, ended_at, times)
            values (v_period, v_began, clock_timestamp(), 1)
            on conflict (period_code) do update
               set began_at = excluded.began_at, ended_at = excluded.ended_at, times = r.times + 1;
            v_count := v_count + 1;
        end if;
    end loop;
    return v_count;
end $$;

revoke all on function national.refresh_due() from public;
grant execute on function national.refresh_due() to registry_writer;

reset role;
revoke create on schema national from national_function_owner;

create function national.await_refresh() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into national.awaiting (period_code) select distinct period_code from published;
    return null;
end $$;

revoke all on function national.await_refresh() from public;

create trigger published after insert on national.summary referencing new table as published
    for each statement execute function national.await_refresh();

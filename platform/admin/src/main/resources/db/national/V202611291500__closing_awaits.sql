-- A closed period waits for the next derivation as a publication does: on a deadline evening hundreds of tenants close
-- theirs, and each derivation is for the whole nation.
alter table national.awaiting add column closing boolean not null default false;

grant create on schema national to national_function_owner;
set local role national_function_owner;

-- Derives what may be shown of a period. p_closing, or one that awaits it: a tenant has closed it; areas that are closed
-- altogether take their final figures.
create or replace function national.refresh(p_period text, p_closing boolean default false) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_k integer;
    v_closing boolean;
    v_more boolean := true;
begin
    perform pg_advisory_xact_lock(hashtextextended('national.refresh/' || p_period, 0));
    -- What this does not see yet was published or closed later and stays for the next time.
    with seen as (delete from national.awaiting where period_code = p_period returning closing)
    select p_closing or coalesce(bool_or(closing), false) into v_closing from seen;
    select value into strict v_k from ref.threshold
     where name = 'national-cell' and valid_from <= current_date order by valid_from desc limit 1;
    perform national.gather(p_period);
    analyze national.cell;
    perform national.keep_shown(p_period, v_k, v_closing);
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

-- A tenant has closed the period.
create function national.await_closing(p_period text) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into national.awaiting (period_code, closing) values (p_period, true)
$$;

revoke all on function national.await_closing(text) from public;
grant execute on function national.await_closing(text) to registry_writer;

reset role;
revoke create on schema national from national_function_owner;

-- Who asks and when is the same for all of a file: found out once, not for each of its people.
grant create on schema registry to registry_function_owner;
set local role registry_function_owner;

create or replace function registry.ask_accounts(p_employees uuid[], p_usernames text[], p_display_names text[],
        p_emails text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_tenant constant text        := registry.acting_tenant();
    v_now    constant timestamptz := clock_timestamp();
begin
    insert into registry.account_request as r (tenant, employee_id, username, display_name, email, requested_at)
    select v_tenant, a.employee_id, a.username, a.display_name, a.email, v_now
      from unnest(p_employees, p_usernames, p_display_names, p_emails)
        as a (employee_id, username, display_name, email)
    on conflict (tenant, employee_id) do update
        set username = excluded.username, display_name = excluded.display_name, email = excluded.email, problem = null
      where r.made_at is null
        and (r.username, r.display_name, r.email)
            is distinct from (excluded.username, excluded.display_name, excluded.email);
end $$;

reset role;
revoke create on schema registry from registry_function_owner;

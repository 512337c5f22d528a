-- Accounts for whole files of people: asked for in one statement, since one by one they cost more than the people. An
-- import that is taken back withdraws those it asked for, as long as nobody has made them or is just making them.
grant delete on registry.account_request to registry_function_owner;

grant create on schema registry to registry_function_owner;
set local role registry_function_owner;

-- Keeps accounts of the tenant from being made until this transaction has ended; false when they are being made just
-- now. Making one reaches beyond this database, so nobody may withdraw a request meanwhile. The key is that of the
-- admin module's run.
create function registry.hold_accounts() returns boolean
    language sql security definer set search_path = pg_catalog, pg_temp as $$
    select pg_try_advisory_xact_lock(hashtext('capaian/account/' || registry.acting_tenant()))
$$;

create function registry.withdraw_accounts(p_employees uuid[]) returns integer
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_withdrawn integer;
begin
    if not registry.hold_accounts() then
        raise exception 'accounts are being made' using errcode = 'lock_not_available';
    end if;
    delete from registry.account_request r
     where r.tenant = registry.acting_tenant() and r.employee_id = any (p_employees) and r.made_at is null;
    get diagnostics v_withdrawn = row_count;
    return v_withdrawn;
end $$;

create function registry.ask_accounts(p_employees uuid[], p_usernames text[], p_display_names text[], p_emails text[])
    returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into registry.account_request as r (tenant, employee_id, username, display_name, email, requested_at)
    select registry.acting_tenant(), a.employee_id, a.username, a.display_name, a.email, clock_timestamp()
      from unnest(p_employees, p_usernames, p_display_names, p_emails)
        as a (employee_id, username, display_name, email)
    on conflict (tenant, employee_id) do update
        set username = excluded.username, display_name = excluded.display_name, email = excluded.email, problem = null
      where r.made_at is null
        and (r.username, r.display_name, r.email)
            is distinct from (excluded.username, excluded.display_name, excluded.email);
end $$;

revoke all on function registry.hold_accounts() from public;
revoke all on function registry.withdraw_accounts(uuid[]) from public;
revoke all on function registry.ask_accounts(uuid[], text[], text[], text[]) from public;
grant execute on function registry.hold_accounts(), registry.withdraw_accounts(uuid[]),
    registry.ask_accounts(uuid[], text[], text[], text[]) to tenant_member;

reset role;
revoke create on schema registry from registry_function_owner;

-- An import that is taken back withdraws the accounts it asked for, as long as nobody has made them.
grant delete on registry.account_request to registry_function_owner;

grant create on schema registry to registry_function_owner;
set local role registry_function_owner;

create function registry.withdraw_accounts(p_employees uuid[]) returns integer
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_withdrawn integer;
begin
    delete from registry.account_request r
     where r.tenant = registry.acting_tenant() and r.employee_id = any (p_employees) and r.made_at is null;
    get diagnostics v_withdrawn = row_count;
    return v_withdrawn;
end $$;

revoke all on function registry.withdraw_accounts(uuid[]) from public;
grant execute on function registry.withdraw_accounts(uuid[]) to tenant_member;

reset role;
revoke create on schema registry from registry_function_owner;

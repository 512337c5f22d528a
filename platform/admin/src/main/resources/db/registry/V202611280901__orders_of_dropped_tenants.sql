-- A tenant that was dropped, or is just being taken away, takes no orders but the one that ends it: its row in the
-- registry only keeps the code from being used again. And what was taken back is not opened by trying the old order again.
grant create on schema registry to registry_function_owner;
set local role registry_function_owner;

create or replace function registry.order_tenant(p_order uuid, p_tenant text, p_kind text, p_wanted jsonb,
                                                 p_at timestamptz)
    returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_tenant registry.tenant;
begin
    if exists (select from registry.tenant_order o where o.tenant_order_id = p_order) then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('tenant_order/' || p_tenant, 0));
    select t.* into v_tenant from registry.tenant t where t.code = p_tenant;
    if p_kind = 'OPEN' and found then
        raise exception 'tenant % exists', p_tenant
            using errcode = 'check_violation', constraint = 'ck_tenant_order_code_free';
    end if;
    if p_kind not in ('OPEN', 'TAKE_BACK') and not found
       or p_kind not in ('OPEN', 'TAKE_BACK', 'DROP') and v_tenant.desired_state = 'DROPPED' then
        raise exception 'there is no tenant %', p_tenant
            using errcode = 'check_violation', constraint = 'ck_tenant_order_known';
    end if;
    if p_kind = 'TAKE_BACK' and v_tenant.observed_state in ('ACTIVE', 'SUSPENDED') then
        raise exception 'tenant % has served', p_tenant
            using errcode = 'check_violation', constraint = 'ck_tenant_order_never_served';
    end if;
    insert into registry.tenant_order (tenant_order_id, tenant, kind, wanted, ordered_by, ordered_at, state)
    values (p_order, p_tenant, p_kind, p_wanted, current_setting('app.actor'), p_at, 'WAITING');
end $$;

create or replace function registry.retry_order(p_order uuid) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update registry.tenant_order o set state = 'WAITING', failure = null, remedy = null, ended_at = null
     where o.tenant_order_id = p_order and o.state = 'FAILED'
       and not exists (select from registry.tenant_order later
                        where later.tenant = o.tenant and later.kind in ('TAKE_BACK', 'DROP')
                          and later.state = 'DONE' and later.ordered_at > o.ordered_at);
    return found;
end $$;

reset role;
revoke create on schema registry from registry_function_owner;

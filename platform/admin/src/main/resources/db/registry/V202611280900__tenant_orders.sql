-- What operators want of tenants, said on a page or by API. The server writes the wish and has no right to fulfil it; the
-- admin module's reconciler does, says step by step how far it is, and leaves the history: who wanted what, and what
-- became of it.

create table registry.tenant_order (
    tenant_order_id uuid        not null,
    -- No foreign key: the history outlives a tenant that was taken back or dropped.
    tenant          text        not null,
    kind            text        not null,
    -- Of OPEN: what a file in tenants-config says, in its shape. The first admin is taken out when the order is done.
    wanted          jsonb,
    ordered_by      text        not null,
    ordered_at      timestamptz not null,
    state           text        not null,
    started_at      timestamptz,
    ended_at        timestamptz,
    -- Of FAILED: what happened, and what to do, both for the operator.
    failure         text,
    remedy          text,
    -- Of DONE: what came of it, e.g. the name of an export.
    outcome         text,
    constraint pk_tenant_order primary key (tenant_order_id),
    constraint ck_tenant_order_code check (tenant ~ '^[a-z][a-z0-9]{1,29}$'),
    constraint ck_tenant_order_kind check (kind in ('OPEN', 'SUSPEND', 'RESUME', 'EXPORT', 'DROP', 'TAKE_BACK')),
    constraint ck_tenant_order_wanted check ((kind = 'OPEN') = (wanted is not null)),
    constraint ck_tenant_order_state check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED'))
);
create unique index uq_tenant_order_under_way on registry.tenant_order (tenant) where state in ('WAITING', 'RUNNING');
create index ix_tenant_order_tenant on registry.tenant_order (tenant, ordered_at);

create table registry.tenant_order_step (
    tenant_order_id uuid        not null,
    position        integer     not null,
    step            text        not null,
    state           text        not null,
    -- What was done, one line each; of FAILED what went wrong.
    said            text,
    started_at      timestamptz,
    ended_at        timestamptz,
    constraint pk_tenant_order_step primary key (tenant_order_id, position),
    constraint fk_tenant_order_step_order foreign key (tenant_order_id) references registry.tenant_order
        on delete cascade,
    constraint ck_tenant_order_step_state check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED'))
);

grant select on registry.tenant_order, registry.tenant_order_step to registry_writer;
grant select, insert, update on registry.tenant_order to registry_function_owner;
grant select on registry.tenant_order_step to registry_function_owner;

grant create on schema registry to registry_function_owner;
set local role registry_function_owner;

-- Writes an operator's wish down. Asked again with the same id it does nothing, so that a repeated request is one order.
-- Refuses, naming the constraint: a code in use or used before (OPEN), a tenant there is not, another order under way,
-- taking back what has served already.
create function registry.order_tenant(p_order uuid, p_tenant text, p_kind text, p_wanted jsonb, p_at timestamptz)
    returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_observed text;
begin
    if exists (select from registry.tenant_order o where o.tenant_order_id = p_order) then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('tenant_order/' || p_tenant, 0));
    select t.observed_state into v_observed from registry.tenant t where t.code = p_tenant;
    if p_kind = 'OPEN' and found then
        raise exception 'tenant % exists', p_tenant
            using errcode = 'check_violation', constraint = 'ck_tenant_order_code_free';
    end if;
    if p_kind not in ('OPEN', 'TAKE_BACK') and not found then
        raise exception 'there is no tenant %', p_tenant
            using errcode = 'check_violation', constraint = 'ck_tenant_order_known';
    end if;
    if p_kind = 'TAKE_BACK' and v_observed in ('ACTIVE', 'SUSPENDED') then
        raise exception 'tenant % has served', p_tenant
            using errcode = 'check_violation', constraint = 'ck_tenant_order_never_served';
    end if;
    insert into registry.tenant_order (tenant_order_id, tenant, kind, wanted, ordered_by, ordered_at, state)
    values (p_order, p_tenant, p_kind, p_wanted, current_setting('app.actor'), p_at, 'WAITING');
end $$;

-- Lets a failed order be tried again.
create function registry.retry_order(p_order uuid) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update registry.tenant_order set state = 'WAITING', failure = null, remedy = null, ended_at = null
     where tenant_order_id = p_order and state = 'FAILED';
    return found;
end $$;

revoke all on function registry.order_tenant(uuid, text, text, jsonb, timestamptz) from public;
revoke all on function registry.retry_order(uuid) from public;
grant execute on function registry.order_tenant(uuid, text, text, jsonb, timestamptz), registry.retry_order(uuid)
    to registry_writer;

reset role;
revoke create on schema registry from registry_function_owner;

-- Who may touch the registry. Tenants come in through definer functions only: each stamps the tenant from the role of
-- the transaction, so no tenant can speak for another. The functions belong to a narrow role that cannot log in.

grant usage on schema registry to registry_writer, tenant_member, p_jobs, registry_function_owner, national_function_owner;

-- The system door: reads what exists, writes what nodes and sessions report. Account requests hold numbers of people,
-- and jobs have a login of their own: neither is its business.
grant select on registry.tenant, registry.trusted_key, registry.pack_artifact, registry.pack_offer,
    registry.pack_binding to registry_writer;
grant select, insert, update, delete on registry.node, registry.node_pack, registry.ended_session to registry_writer;

grant select, insert, update, delete on registry.scheduled_tasks to p_jobs;

grant select on registry.tenant, registry.pack_offer, registry.node_pack, registry.tenant_task
    to registry_function_owner;
grant select (pack_id, version, sha256, kind, api_range, names, key_id, staged_at, retired_at)
    on registry.pack_artifact to registry_function_owner;
grant select, insert, update on registry.pack_binding, registry.account_request, registry.scheduled_tasks
    to registry_function_owner;
grant select (code, government_code, government_name, province_code) on registry.tenant to national_function_owner;

grant create on schema registry to registry_function_owner;
set local role registry_function_owner;

-- The tenant whose role this transaction has taken. A definer function runs as its owner, but the setting keeps
-- naming the caller's role.
create function registry.acting_tenant() returns text
    language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    v_role text := current_setting('role');
begin
    if v_role !~ '^t_[a-z][a-z0-9]{1,29}$' then
        raise exception 'no tenant is acting' using errcode = 'insufficient_privilege';
    end if;
    return substr(v_role, 3);
end $$;

create function registry.version_number(p_version text) returns integer[]
    language sql immutable set search_path = pg_catalog, pg_temp as $$
    select string_to_array(split_part(split_part(p_version, '-', 1), '+', 1), '.')::integer[]
$$;

-- Refuses what the tenant may not enable; the constraint's name tells the caller why.
create function registry.check_offer(p_tenant text, p_pack_id text, p_version text) returns void
    language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    v_offer registry.pack_offer;
    v_retired timestamptz;
begin
    select * into v_offer from registry.pack_offer where tenant = p_tenant and pack_id = p_pack_id;
    if not found then
        raise exception 'pack % is not offered to this tenant', p_pack_id
            using errcode = 'check_violation', constraint = 'ck_pack_binding_offered';
    end if;
    select retired_at into v_retired from registry.pack_artifact where pack_id = p_pack_id and version = p_version;
    if not found then
        raise exception 'pack % has no version %', p_pack_id, p_version
            using errcode = 'check_violation', constraint = 'ck_pack_binding_known';
    end if;
    if v_retired is not null then
        raise exception 'pack % version % is retired', p_pack_id, p_version
            using errcode = 'check_violation', constraint = 'ck_pack_binding_not_retired';
    end if;
    if registry.version_number(p_version) < registry.version_number(v_offer.version_from)
        or registry.version_number(p_version) >= registry.version_number(v_offer.version_below) then
        raise exception 'pack % version % is outside the versions offered', p_pack_id, p_version
            using errcode = 'check_violation', constraint = 'ck_pack_binding_version_offered';
    end if;
end $$;

-- Binds a pack to the acting tenant, or to a unit's subtree, from a date on. Asked again with the same content it
-- answers the binding there is; with another content for the same unit and date it replaces that one.
create function registry.enable_pack(p_pack_id text, p_version text, p_parameters jsonb, p_effective_from date,
                                     p_org_unit uuid) returns uuid
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_tenant text := registry.acting_tenant();
    v_binding uuid;
begin
    perform registry.check_offer(v_tenant, p_pack_id, p_version);
    perform pg_advisory_xact_lock(hashtextextended('pack_binding/' || v_tenant, 0));
    select pack_binding_id into v_binding from registry.pack_binding
     where tenant = v_tenant and pack_id = p_pack_id and version = p_version and parameters = p_parameters
       and effective_from = p_effective_from and org_unit_id is not distinct from p_org_unit
       and desired_state = 'ENABLED';
    if found then
        return v_binding;
    end if;
    update registry.pack_binding set desired_state = 'DISABLED'
     where tenant = v_tenant and effective_from = p_effective_from
       and org_unit_id is not distinct from p_org_unit and desired_state = 'ENABLED';
    v_binding := uuidv7();
    insert into registry.pack_binding (pack_binding_id, tenant, org_unit_id, pack_id, version, parameters,
                                       effective_from, desired_state, requested_by, requested_at)
    values (v_binding, v_tenant, p_org_unit, p_pack_id, p_version, p_parameters,
            p_effective_from, 'ENABLED', current_setting('app.actor'), clock_timestamp());
    return v_binding;
end $$;

create function registry.disable_pack(p_binding uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_tenant text := registry.acting_tenant();
begin
    update registry.pack_binding set desired_state = 'DISABLED'
     where pack_binding_id = p_binding and tenant = v_tenant;
    if not found then
        raise exception 'this tenant has no such binding'
            using errcode = 'check_violation', constraint = 'ck_pack_binding_own';
    end if;
end $$;

-- Versions the acting tenant may enable now, each with what the nodes say of it.
create function registry.offered_packs()
    returns table (pack_id text, version text, kind text, api_range text, names jsonb, sha256 text, key_id text,
                   staged_at timestamptz, nodes jsonb)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select a.pack_id, a.version, a.kind, a.api_range, a.names, a.sha256, a.key_id, a.staged_at,
           coalesce((select jsonb_agg(jsonb_build_object('node_id', n.node_id, 'state', n.state, 'reason', n.reason,
                                                         'reported_at', n.reported_at) order by n.node_id)
                       from registry.node_pack n
                      where n.pack_id = a.pack_id and n.version = a.version), '[]'::jsonb)
      from registry.pack_offer o
      join registry.pack_artifact a on a.pack_id = o.pack_id
     where o.tenant = registry.acting_tenant() and a.retired_at is null
       and registry.version_number(a.version) < registry.version_number(o.version_below) is not false
       and registry.version_number(a.version) >= registry.version_number(o.version_from) is not false
     order by a.pack_id, registry.version_number(a.version) desc
$$;

create function registry.own_bindings() returns setof registry.pack_binding
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select b.* from registry.pack_binding b where b.tenant = registry.acting_tenant()
     order by b.effective_from, b.pack_binding_id
$$;

-- Asks for a job; its instance is <tenant>/<key>. One that waits already is left as it is (debounce). True: a job will
-- run after this transaction commits. False: that job is running at this moment and nothing was added.
create function registry.ask_job(p_task text, p_key text, p_at timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_tenant text := registry.acting_tenant();
begin
    if not exists (select from registry.tenant_task where task_name = p_task) then
        raise exception 'a tenant cannot ask for job %', p_task
            using errcode = 'check_violation', constraint = 'ck_scheduled_tasks_allowed';
    end if;
    -- The update changes nothing but locks the waiting row: it cannot be picked before this transaction has ended.
    insert into registry.scheduled_tasks as t (task_name, task_instance, execution_time, picked, version)
    values (p_task, v_tenant || '/' || p_key, p_at, false, 1)
    on conflict (task_name, task_instance) do update set priority = t.priority where not t.picked;
    return found;
end $$;

-- Asks for a person's account, or mends the wish until it is fulfilled; afterwards it does nothing.
create function registry.ask_account(p_employee uuid, p_username text, p_display_name text, p_email text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into registry.account_request as r (tenant, employee_id, username, display_name, email, requested_at)
    values (registry.acting_tenant(), p_employee, p_username, p_display_name, p_email, clock_timestamp())
    on conflict (tenant, employee_id) do update
        set username = excluded.username, display_name = excluded.display_name, email = excluded.email, problem = null
      where r.made_at is null
        and (r.username, r.display_name, r.email)
            is distinct from (excluded.username, excluded.display_name, excluded.email);
end $$;

create function registry.own_account_requests()
    returns table (employee_id uuid, requested_at timestamptz, subject text, made_at timestamptz, problem text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select r.employee_id, r.requested_at, r.subject, r.made_at, r.problem
      from registry.account_request r where r.tenant = registry.acting_tenant()
$$;

revoke all on all functions in schema registry from public;
grant execute on function registry.acting_tenant() to national_function_owner;
grant execute on function
    registry.enable_pack(text, text, jsonb, date, uuid),
    registry.disable_pack(uuid),
    registry.offered_packs(),
    registry.own_bindings(),
    registry.ask_job(text, text, timestamptz),
    registry.ask_account(uuid, text, text, text),
    registry.own_account_requests()
    to tenant_member;

reset role;
revoke create on schema registry from registry_function_owner;

-- Who ended a binding, and when; and what every living server says of a pack, also one that has said nothing yet and
-- also of a version that is enabled still but no longer offered.

alter table registry.pack_binding
    add column ended_by text,
    add column ended_at timestamptz,
    add constraint ck_pack_binding_ended check ((ended_by is null) = (ended_at is null)),
    add constraint ck_pack_binding_enabled_is_not_ended check (desired_state = 'DISABLED' or ended_at is null);

grant select on registry.node to registry_function_owner;
grant create on schema registry to registry_function_owner;
set local role registry_function_owner;

-- As before; what is replaced is ended by who replaces it.
create or replace function registry.enable_pack(p_pack_id text, p_version text, p_parameters jsonb,
                                                p_effective_from date, p_org_unit uuid) returns uuid
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
    update registry.pack_binding
       set desired_state = 'DISABLED', ended_by = current_setting('app.actor'), ended_at = clock_timestamp()
     where tenant = v_tenant and effective_from = p_effective_from
       and org_unit_id is not distinct from p_org_unit and desired_state = 'ENABLED';
    v_binding := uuidv7();
    insert into registry.pack_binding (pack_binding_id, tenant, org_unit_id, pack_id, version, parameters,
                                       effective_from, desired_state, requested_by, requested_at)
    values (v_binding, v_tenant, p_org_unit, p_pack_id, p_version, p_parameters,
            p_effective_from, 'ENABLED', current_setting('app.actor'), clock_timestamp());
    return v_binding;
end $$;

-- As before; the first who ends a binding is kept.
create or replace function registry.disable_pack(p_binding uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_tenant text := registry.acting_tenant();
begin
    update registry.pack_binding
       set ended_by = case when desired_state = 'ENABLED' then current_setting('app.actor') else ended_by end,
           ended_at = case when desired_state = 'ENABLED' then clock_timestamp() else ended_at end,
           desired_state = 'DISABLED'
     where pack_binding_id = p_binding and tenant = v_tenant;
    if not found then
        raise exception 'this tenant has no such binding'
            using errcode = 'check_violation', constraint = 'ck_pack_binding_own';
    end if;
end $$;

-- What every server that lives says of a version; WAITING is one that has said nothing. A server that has not been seen
-- for a while has no row (the servers forget each other).
create function registry.nodes_about(p_pack_id text, p_version text) returns jsonb
    language sql stable set search_path = pg_catalog, pg_temp as $$
    select coalesce(jsonb_agg(jsonb_build_object('node_id', n.node_id, 'state', coalesce(p.state, 'WAITING'),
                                                 'reason', p.reason, 'reported_at', p.reported_at)
                              order by n.node_id), '[]'::jsonb)
      from registry.node n
      left join registry.node_pack p on p.node_id = n.node_id and p.pack_id = p_pack_id and p.version = p_version
$$;

create or replace function registry.offered_packs()
    returns table (pack_id text, version text, kind text, api_range text, names jsonb, sha256 text, key_id text,
                   staged_at timestamptz, nodes jsonb)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select a.pack_id, a.version, a.kind, a.api_range, a.names, a.sha256, a.key_id, a.staged_at,
           registry.nodes_about(a.pack_id, a.version)
      from registry.pack_offer o
      join registry.pack_artifact a on a.pack_id = o.pack_id
     where o.tenant = registry.acting_tenant() and a.retired_at is null
       and registry.version_number(a.version) < registry.version_number(o.version_below) is not false
       and registry.version_number(a.version) >= registry.version_number(o.version_from) is not false
     order by a.pack_id, registry.version_number(a.version) desc
$$;

-- Versions the acting tenant has enabled, offered still or not, each with what the servers say of it.
create function registry.enabled_packs() returns table (pack_id text, version text, nodes jsonb)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select b.pack_id, b.version, registry.nodes_about(b.pack_id, b.version)
      from registry.pack_binding b
     where b.tenant = registry.acting_tenant() and b.desired_state = 'ENABLED'
     group by b.pack_id, b.version
$$;

revoke all on function registry.nodes_about(text, text), registry.enabled_packs() from public;
grant execute on function registry.enabled_packs() to tenant_member;

reset role;
revoke create on schema registry from registry_function_owner;

-- Which tenants, packs, nodes, jobs and ended sessions exist. Tables belong to p_owner; who writes what: design.md 5.

create table registry.tenant (
    code             text        not null,
    name             text        not null,
    government_code  text        not null,
    government_name  text        not null,
    province_code    text        not null,
    scope            text,
    time_zone        text        not null,
    locale           text        not null,
    desired_state    text        not null,
    observed_state   text        not null,
    schema_version   text,
    organization_id  text,
    settings         jsonb       not null,
    changed_at       timestamptz not null,
    constraint pk_tenant primary key (code),
    constraint ck_tenant_code check (code ~ '^[a-z][a-z0-9]{1,29}$'),
    constraint ck_tenant_desired_state check (desired_state in ('ACTIVE', 'SUSPENDED', 'DROPPED')),
    constraint ck_tenant_observed_state check (observed_state in ('CREATING', 'ACTIVE', 'SUSPENDED', 'FAILED')),
    constraint ck_tenant_time_zone check (time_zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'))
);

create table registry.trusted_key (
    key_id      text        not null,
    public_key  bytea       not null,
    valid_from  timestamptz not null,
    valid_to    timestamptz,
    revoked_at  timestamptz,
    constraint pk_trusted_key primary key (key_id)
);

-- Pack bytes are never deleted: every score must be recomputable years later.
create table registry.pack_artifact (
    pack_id     text        not null,
    version     text        not null,
    sha256      text        not null,
    kind        text        not null,
    api_range   text        not null,
    names       jsonb       not null,
    key_id      text        not null,
    signature   bytea       not null,
    bytes       bytea       not null,
    staged_at   timestamptz not null,
    retired_at  timestamptz,
    constraint pk_pack_artifact primary key (pack_id, version),
    constraint uq_pack_artifact_sha256 unique (sha256),
    constraint ck_pack_artifact_kind check (kind in ('DATA', 'JAVA')),
    constraint fk_pack_artifact_key foreign key (key_id) references registry.trusted_key
);

-- Which packs a tenant may enable; the operator (tenants-config) decides, the regional admin enables.
-- Versions are compared number by number; version_from is included, version_below is not, null means no bound.
create table registry.pack_offer (
    tenant        text not null,
    pack_id       text not null,
    version_from  text,
    version_below text,
    constraint pk_pack_offer primary key (tenant, pack_id),
    constraint fk_pack_offer_tenant foreign key (tenant) references registry.tenant
);

create table registry.pack_binding (
    pack_binding_id uuid        not null,
    tenant          text        not null,
    org_unit_id     uuid,
    pack_id         text        not null,
    version         text        not null,
    parameters      jsonb       not null,
    effective_from  date        not null,
    desired_state   text        not null,
    requested_by    text        not null,
    requested_at    timestamptz not null,
    constraint pk_pack_binding primary key (pack_binding_id),
    constraint fk_pack_binding_tenant foreign key (tenant) references registry.tenant,
    constraint fk_pack_binding_artifact foreign key (pack_id, version) references registry.pack_artifact,
    constraint ck_pack_binding_desired_state check (desired_state in ('ENABLED', 'DISABLED'))
);
create index ix_pack_binding_tenant on registry.pack_binding (tenant, effective_from);

create table registry.node (
    node_id    text        not null,
    started_at timestamptz not null,
    seen_at    timestamptz not null,
    release    text        not null,
    constraint pk_node primary key (node_id)
);

create table registry.node_pack (
    node_id     text        not null,
    pack_id     text        not null,
    version     text        not null,
    state       text        not null,
    reason      text,
    reported_at timestamptz not null,
    constraint pk_node_pack primary key (node_id, pack_id, version),
    constraint fk_node_pack_node foreign key (node_id) references registry.node on delete cascade,
    constraint ck_node_pack_state check (state in ('VERIFIED', 'ACTIVE', 'FAILED', 'UNLOADED'))
);

create table registry.ended_session (
    session_id text        not null,
    subject    text        not null,
    ended_at   timestamptz not null,
    constraint pk_ended_session primary key (session_id)
);
create index ix_ended_session_ended_at on registry.ended_session (ended_at);

-- An account a tenant has asked for and the admin module makes; it holds the number only until it is made.
create table registry.account_request (
    tenant       text        not null,
    employee_id  uuid        not null,
    username     text,
    display_name text,
    email        text,
    requested_at timestamptz not null,
    subject      text,
    made_at      timestamptz,
    problem      text,
    constraint pk_account_request primary key (tenant, employee_id),
    constraint ck_account_request_holds_number_until_made check ((username is null) = (made_at is not null)),
    constraint fk_account_request_tenant foreign key (tenant) references registry.tenant
);

-- Shape prescribed by db-scheduler; one shared table, never a poll of every schema.
create table registry.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    constraint pk_scheduled_tasks primary key (task_name, task_instance)
);
create index ix_scheduled_tasks_execution_time on registry.scheduled_tasks (execution_time);
create index ix_scheduled_tasks_last_heartbeat on registry.scheduled_tasks (last_heartbeat);

-- What a tenant may ask the scheduler for (registry.ask_job); everything else is scheduled by the server itself.
create table registry.tenant_task (
    task_name text not null,
    constraint pk_tenant_task primary key (task_name)
);
insert into registry.tenant_task (task_name) values ('evaluation-chunk'), ('publish-summary'), ('seal-audit');

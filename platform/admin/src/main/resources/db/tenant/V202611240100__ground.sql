-- What every room of a tenant stands on: who may do what, what was done, and what must not be done twice.
-- No schema name is written here; the placeholder is needed inside functions only, because the server's search path never changes.

create table account (
    subject      text        not null,
    employee_id  uuid,
    linked_at    timestamptz not null,
    constraint pk_account primary key (subject),
    constraint uq_account_employee unique (employee_id)
);

create table role_grant (
    role_grant_id uuid        not null,
    role          text        not null,
    subject       text,
    employee_id   uuid,
    org_unit_id   uuid,
    granted_by    text        not null,
    granted_at    timestamptz not null,
    valid_from    date        not null,
    valid_to      date,
    version       bigint      not null,
    constraint pk_role_grant primary key (role_grant_id),
    constraint ck_role_grant_role check (role in ('UNIT_HEAD', 'UNIT_HR_ADMIN', 'REGION_HR_ADMIN', 'PERF_MANAGER', 'PROVINCE_OVERSEER')),
    constraint ck_role_grant_grantee check (num_nonnulls(subject, employee_id) = 1),
    constraint ck_role_grant_span check (valid_to is null or valid_to >= valid_from)
);
create index ix_role_grant_employee on role_grant (employee_id);
create index ix_role_grant_subject on role_grant (subject);

create table setting (
    setting_id  uuid        not null,
    name        text        not null,
    value       text        not null,
    valid_from  date        not null,
    version     bigint      not null,
    constraint pk_setting primary key (setting_id),
    constraint uq_setting_name_valid_from unique (name, valid_from)
);

create table idempotency_key (
    subject        text        not null,
    idempotency_key text       not null,
    request_sha256 text        not null,
    status         integer     not null,
    answer         text,
    etag           text,
    created_at     timestamptz not null,
    constraint pk_idempotency_key primary key (subject, idempotency_key)
);

create table access_log (
    access_log_id uuid        not null,
    employee_id   uuid        not null,
    reader        text        not null,
    purpose       text        not null,
    read_at       timestamptz not null,
    request_id    text        not null,
    constraint pk_access_log primary key (access_log_id)
);
create index ix_access_log_employee on access_log (employee_id, read_at desc);

create table audit_entry (
    audit_entry_id bigint generated always as identity,
    written_at     timestamptz not null default clock_timestamp(),
    actor          text        not null,
    request_id     text        not null,
    table_name     text        not null,
    operation      text        not null,
    row_before     jsonb,
    row_after      jsonb,
    constraint pk_audit_entry primary key (audit_entry_id)
);

create table audit_seal (
    audit_seal_id  bigint      not null,
    last_entry_id  bigint      not null,
    entry_count    bigint      not null,
    previous_sha256 text       not null,
    sha256         text        not null,
    sealed_at      timestamptz not null,
    constraint pk_audit_seal primary key (audit_seal_id)
);

create function write_audit() returns trigger language plpgsql as $$
begin
    insert into ${schema}.audit_entry (actor, request_id, table_name, operation, row_before, row_after)
    values (pg_catalog.current_setting('app.actor'), pg_catalog.current_setting('app.request'), tg_table_name, tg_op,
            case when tg_op = 'INSERT' then null else pg_catalog.to_jsonb(old) end,
            case when tg_op = 'DELETE' then null else pg_catalog.to_jsonb(new) end);
    return null;
end $$;

create trigger audit after insert or update or delete on role_grant for each row execute function write_audit();
create trigger audit after insert or update or delete on setting for each row execute function write_audit();
create trigger audit after insert or update or delete on account for each row execute function write_audit();

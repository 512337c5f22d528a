-- Import files between their dry run and being taken, what headings mean to this government, and what was taken back.

-- A file that was taken back may be taken again: then it is the next turn of the same content.
alter table import_file
    add column file_name         text,
    add column created_count     integer,
    add column turn              integer not null default 1,
    add column request_id        text,
    add column first_audit_entry bigint,
    add column last_audit_entry  bigint,
    drop constraint uq_import_file_kind_sha256,
    add constraint uq_import_file_kind_sha256_turn unique (kind, sha256, turn);

create table import_undo (
    import_file_id uuid        not null,
    undone_at      timestamptz not null,
    undone_by      text        not null,
    constraint pk_import_undo primary key (import_file_id),
    constraint fk_import_undo_file foreign key (import_file_id) references import_file
);

-- By the headings of the file, in their order; columns holds heading and column, as JSON.
create table import_mapping (
    kind       text        not null,
    signature  text        not null,
    columns    text        not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    version    bigint      not null,
    constraint pk_import_mapping primary key (kind, signature)
);

-- Holds personal data as it was sent, for a day at most. No audit: nothing here has become true.
create table import_draft (
    import_draft_id uuid        not null,
    kind            text        not null,
    file_name       text        not null,
    content         bytea       not null,
    columns         text        not null,
    outcome         text        not null,
    made_at         timestamptz not null,
    made_by         text        not null,
    version         bigint      not null,
    constraint pk_import_draft primary key (import_draft_id)
);
create index ix_import_draft_made_at on import_draft (made_at);

create trigger audit after insert or update or delete on import_file for each row execute function write_audit();
create trigger audit after insert or update or delete on import_undo for each row execute function write_audit();
create trigger audit after insert or update or delete on import_mapping for each row execute function write_audit();

-- What each import changed, as the audit has it: that is what taking it back goes by.
create view import_change as
    select f.import_file_id, e.audit_entry_id, e.table_name, e.operation, e.row_before, e.row_after,
           cast(coalesce(e.row_after, e.row_before) ->> (e.table_name || '_id') as uuid) as row_id
      from import_file f
      join audit_entry e on e.audit_entry_id > f.first_audit_entry and e.audit_entry_id <= f.last_audit_entry
                        and e.request_id = f.request_id and e.actor = f.imported_by;

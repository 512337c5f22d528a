-- What a person records during a period, with evidence, and continuous feedback.

create table progress_entry (
    progress_entry_id       uuid   not null,
    skp_id                  uuid   not null,
    assessment_period_id    uuid   not null,
    individual_indicator_id uuid   not null,
    status                  text   not null,
    value                   numeric(18, 4),
    note                    text,
    form_id                 text,
    form_answers            text,
    saved_at                timestamptz not null,
    version                 bigint not null,
    constraint pk_progress_entry primary key (progress_entry_id),
    constraint uq_progress_entry_indicator_period unique (individual_indicator_id, assessment_period_id),
    constraint fk_progress_entry_skp foreign key (skp_id) references skp,
    constraint fk_progress_entry_period foreign key (assessment_period_id) references assessment_period,
    constraint fk_progress_entry_indicator foreign key (individual_indicator_id) references individual_indicator,
    constraint ck_progress_entry_status check (status in ('SAVED', 'ACCEPTED', 'REFUSED'))
);
create index ix_progress_entry_skp_period on progress_entry (skp_id, assessment_period_id);

create table evidence (
    evidence_id       uuid        not null,
    progress_entry_id uuid        not null,
    file_name         text        not null,
    media_type        text        not null,
    byte_size         bigint      not null,
    sha256            text        not null,
    storage_key       text        not null,
    attached_at       timestamptz not null,
    removed_at        timestamptz,
    constraint pk_evidence primary key (evidence_id),
    constraint fk_evidence_progress_entry foreign key (progress_entry_id) references progress_entry,
    constraint ck_evidence_byte_size check (byte_size > 0)
);
create index ix_evidence_progress_entry on evidence (progress_entry_id);
create index ix_evidence_sha256 on evidence (sha256);

create table feedback (
    feedback_id    uuid        not null,
    skp_id         uuid        not null,
    work_result_id uuid,
    value_no       integer,
    giver_kind     text        not null,
    giver_id       uuid,
    text           text        not null,
    given_at       timestamptz not null,
    constraint pk_feedback primary key (feedback_id),
    constraint fk_feedback_skp foreign key (skp_id) references skp,
    constraint ck_feedback_giver_kind check (giver_kind in ('LEADER', 'PEER', 'SUBORDINATE', 'CITIZEN'))
);
create index ix_feedback_skp on feedback (skp_id);

alter table indicator_value add constraint fk_indicator_value_progress_entry
    foreign key (progress_entry_id) references progress_entry;

create trigger audit after insert or update or delete on progress_entry for each row execute function write_audit();
create trigger audit after insert or update or delete on evidence for each row execute function write_audit();

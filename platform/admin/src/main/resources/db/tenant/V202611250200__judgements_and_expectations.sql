-- What a rater decided about recorded progress, and what the leader expects of a result.

-- Append-only: a later decision is a newer row (ids are UUIDv7, so they order by time).
create table progress_judgement (
    progress_judgement_id uuid        not null,
    progress_entry_id     uuid        not null,
    accepted              boolean     not null,
    reason                text,
    value                 numeric(18, 4),
    judged_by             uuid        not null,
    judged_at             timestamptz not null,
    constraint pk_progress_judgement primary key (progress_judgement_id),
    constraint fk_progress_judgement_entry foreign key (progress_entry_id) references progress_entry,
    constraint fk_progress_judgement_judged_by foreign key (judged_by) references employee,
    constraint ck_progress_judgement_reason check (accepted or length(btrim(reason)) >= 10)
);
create index ix_progress_judgement_entry on progress_judgement (progress_entry_id);

alter table work_result add column expectation text;

create trigger audit after insert or update or delete on progress_judgement
    for each row execute function write_audit();

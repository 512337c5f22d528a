-- Evaluation of a plan in a period (domain.md 4), the runs that suggest scores, and what the organisation achieved.

create table evaluation (
    evaluation_id        uuid   not null,
    skp_id               uuid   not null,
    assessment_period_id uuid   not null,
    employee_id          uuid   not null,
    org_unit_id          uuid   not null,
    rater_id             uuid,
    rater_superior_id    uuid,
    status               text   not null,
    result_rating        text,
    behavior_rating      text,
    predicate            text,
    result_reason        text,
    behavior_reason      text,
    rater_note           text,
    suggestion_id        uuid,
    submitted_at         timestamptz,
    rated_at             timestamptz,
    delivered_at         timestamptz,
    answer_due_at        timestamptz,
    acknowledged_at      timestamptz,
    final_at             timestamptz,
    reopen_order         text,
    siasn_sent_at        timestamptz,
    siasn_answer         text,
    version              bigint not null,
    constraint pk_evaluation primary key (evaluation_id),
    constraint uq_evaluation_skp_period unique (skp_id, assessment_period_id),
    constraint fk_evaluation_skp foreign key (skp_id) references skp,
    constraint fk_evaluation_period foreign key (assessment_period_id) references assessment_period,
    constraint fk_evaluation_employee foreign key (employee_id) references employee,
    constraint fk_evaluation_org_unit foreign key (org_unit_id) references org_unit,
    constraint fk_evaluation_rater foreign key (rater_id) references employee,
    constraint fk_evaluation_rater_superior foreign key (rater_superior_id) references employee,
    constraint ck_evaluation_not_own_rater check (rater_id <> employee_id),
    constraint ck_evaluation_status check (status in
        ('NOT_STARTED', 'SELF_FILLING', 'SELF_SUBMITTED', 'RETURNED_FOR_EVIDENCE', 'UNDER_REVIEW', 'RATED', 'CALIBRATING',
         'DELIVERED', 'ACKNOWLEDGED', 'LAPSED', 'OBJECTED', 'EXPLAINED', 'DECIDED', 'FINAL')),
    constraint ck_evaluation_result_rating check (result_rating in ('ABOVE', 'MEETS', 'BELOW')),
    constraint ck_evaluation_behavior_rating check (behavior_rating in ('ABOVE', 'MEETS', 'BELOW')),
    constraint ck_evaluation_predicate check (predicate in ('VERY_GOOD', 'GOOD', 'NEEDS_IMPROVEMENT', 'POOR', 'VERY_POOR')),
    constraint ck_evaluation_predicate_needs_ratings check (
        (predicate is null) = (result_rating is null) and (predicate is null) = (behavior_rating is null))
);
create index ix_evaluation_period_unit on evaluation (assessment_period_id, org_unit_id);
create index ix_evaluation_rater on evaluation (rater_id, assessment_period_id);
create index ix_evaluation_employee on evaluation (employee_id);

create table behavior_mark (
    evaluation_id uuid    not null,
    value_no      integer not null,
    mark          text    not null,
    note          text,
    constraint pk_behavior_mark primary key (evaluation_id, value_no),
    constraint fk_behavior_mark_evaluation foreign key (evaluation_id) references evaluation,
    constraint ck_behavior_mark_value_no check (value_no between 1 and 7),
    constraint ck_behavior_mark_mark check (mark in ('ABOVE', 'MEETS', 'BELOW'))
);

create table organisation_predicate (
    organisation_predicate_id uuid   not null,
    assessment_period_id      uuid   not null,
    org_unit_id               uuid   not null,
    status                    text   not null,
    predicate                 text   not null,
    reason                    text   not null,
    fixed_by                  text,
    fixed_at                  timestamptz,
    version                   bigint not null,
    constraint pk_organisation_predicate primary key (organisation_predicate_id),
    constraint uq_organisation_predicate_unit_period unique (assessment_period_id, org_unit_id),
    constraint fk_organisation_predicate_period foreign key (assessment_period_id) references assessment_period,
    constraint fk_organisation_predicate_unit foreign key (org_unit_id) references org_unit,
    constraint ck_organisation_predicate_status check (status in ('DRAFT', 'RECOMMENDED', 'FIXED', 'LOCKED')),
    constraint ck_organisation_predicate_predicate check (predicate in
        ('EXCELLENT', 'GOOD', 'NEEDS_IMPROVEMENT', 'POOR', 'VERY_POOR'))
);

create table evaluation_run (
    evaluation_run_id    uuid        not null,
    assessment_period_id uuid        not null,
    org_unit_id          uuid,
    status               text        not null,
    status_reason        text,
    pack_id              text        not null,
    pack_version         text        not null,
    pack_sha256          text        not null,
    formula_id           text        not null,
    parameters           text        not null,
    person_count         integer     not null,
    scored_count         integer     not null,
    not_scorable_count   integer     not null,
    fault_count          integer     not null,
    started_by           text        not null,
    started_at           timestamptz not null,
    finished_at          timestamptz,
    version              bigint      not null,
    constraint pk_evaluation_run primary key (evaluation_run_id),
    constraint fk_evaluation_run_period foreign key (assessment_period_id) references assessment_period,
    constraint fk_evaluation_run_org_unit foreign key (org_unit_id) references org_unit,
    constraint ck_evaluation_run_status check (status in ('PENDING', 'RUNNING', 'DONE', 'NEEDS_ATTENTION', 'BLOCKED'))
);

create table evaluation_chunk (
    evaluation_run_id uuid    not null,
    chunk_no          integer not null,
    evaluation_ids    uuid[]  not null,
    status            text    not null,
    finished_at       timestamptz,
    constraint pk_evaluation_chunk primary key (evaluation_run_id, chunk_no),
    constraint fk_evaluation_chunk_run foreign key (evaluation_run_id) references evaluation_run,
    constraint ck_evaluation_chunk_status check (status in ('WAITING', 'DONE'))
);

create table suggestion (
    suggestion_id     uuid        not null,
    evaluation_run_id uuid        not null,
    evaluation_id     uuid        not null,
    outcome           text        not null,
    result_score      numeric(7, 2),
    behavior_score    numeric(7, 2),
    index_score       numeric(7, 2),
    result_rating     text,
    behavior_rating   text,
    reason_code       text,
    reason_text       text,
    explanation       text        not null,
    input             text        not null,
    input_sha256      text        not null,
    made_at           timestamptz not null,
    constraint pk_suggestion primary key (suggestion_id),
    constraint uq_suggestion_run_evaluation unique (evaluation_run_id, evaluation_id),
    constraint fk_suggestion_run foreign key (evaluation_run_id) references evaluation_run,
    constraint fk_suggestion_evaluation foreign key (evaluation_id) references evaluation,
    constraint ck_suggestion_outcome check (outcome in ('SCORED', 'NOT_SCORABLE', 'FAULT'))
);
create index ix_suggestion_evaluation on suggestion (evaluation_id, suggestion_id desc);

create table objection (
    objection_id   uuid        not null,
    evaluation_id  uuid        not null,
    reason         text        not null,
    filed_at       timestamptz not null,
    explanation    text,
    explained_at   timestamptz,
    decision       text,
    decision_reason text,
    decided_at     timestamptz,
    decided_by     text,
    version        bigint      not null,
    constraint pk_objection primary key (objection_id),
    constraint fk_objection_evaluation foreign key (evaluation_id) references evaluation,
    constraint ck_objection_decision check (decision in ('UPHELD', 'CHANGED'))
);
create index ix_objection_evaluation on objection (evaluation_id);

alter table evaluation add constraint fk_evaluation_suggestion foreign key (suggestion_id) references suggestion;

create trigger audit after insert or update or delete on evaluation for each row execute function write_audit();
create trigger audit after insert or update or delete on behavior_mark for each row execute function write_audit();
create trigger audit after insert or update or delete on organisation_predicate for each row execute function write_audit();
create trigger audit after insert or update or delete on evaluation_run for each row execute function write_audit();
create trigger audit after insert or update or delete on objection for each row execute function write_audit();

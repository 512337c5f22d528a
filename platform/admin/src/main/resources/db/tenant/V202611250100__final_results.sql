-- What became final stays as it was: reopening and rating anew adds a row, nothing changes one. Suggestions likewise.
-- And figures about raters (regions.md 6), which only the rater, the rater's superior and calibrators may read.

alter table evaluation
    add column result_calibration   text,
    add column behavior_calibration text,
    add constraint ck_evaluation_result_calibration check (result_calibration in ('UPHELD', 'CHANGED')),
    add constraint ck_evaluation_behavior_calibration check (behavior_calibration in ('UPHELD', 'CHANGED')),
    add constraint ck_evaluation_not_own_superior check (rater_superior_id <> employee_id) not valid;

create table final_result (
    final_result_id        uuid        not null,
    evaluation_id          uuid        not null,
    result_no              integer     not null,
    ended_by               text        not null,
    result_rating          text        not null,
    behavior_rating        text        not null,
    predicate              text        not null,
    result_reason          text,
    behavior_reason        text,
    rater_note             text,
    suggestion_id          uuid,
    marks                  text        not null,
    organisation_predicate text,
    reopen_order           text,
    final_at               timestamptz not null,
    version                bigint      not null,
    constraint pk_final_result primary key (final_result_id),
    constraint uq_final_result_no unique (evaluation_id, result_no),
    constraint fk_final_result_evaluation foreign key (evaluation_id) references evaluation,
    constraint fk_final_result_suggestion foreign key (suggestion_id) references suggestion,
    constraint ck_final_result_ended_by check (ended_by in ('ACKNOWLEDGED', 'LAPSED', 'DECIDED')),
    constraint ck_final_result_correction check ((result_no = 1) = (reopen_order is null))
);

create table rater_score (
    rater_score_id       uuid        not null,
    assessment_period_id uuid        not null,
    rater_id             uuid        not null,
    outcome              text        not null,
    index_score          numeric(7, 2),
    reason_code          text,
    calibration          boolean     not null,
    explanation          text        not null,
    input                text        not null,
    input_sha256         text        not null,
    pack_id              text        not null,
    pack_version         text        not null,
    pack_sha256          text        not null,
    formula_id           text        not null,
    made_at              timestamptz not null,
    constraint pk_rater_score primary key (rater_score_id),
    constraint fk_rater_score_period foreign key (assessment_period_id) references assessment_period,
    constraint fk_rater_score_rater foreign key (rater_id) references employee,
    constraint ck_rater_score_outcome check (outcome in ('SCORED', 'NOT_SCORABLE', 'FAULT'))
);
create index ix_rater_score_newest on rater_score (assessment_period_id, rater_id, rater_score_id desc);

create trigger audit after insert or update or delete on final_result for each row execute function write_audit();

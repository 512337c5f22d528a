-- Periods, plans (SKP) with versions, results, indicators, and the append-only stream of indicator values.

create table assessment_period (
    assessment_period_id uuid   not null,
    code                 text   not null,
    name                 text   not null,
    kind                 text   not null,
    starts_on            date   not null,
    ends_on              date   not null,
    status               text   not null,
    version              bigint not null,
    constraint pk_assessment_period primary key (assessment_period_id),
    constraint uq_assessment_period_code unique (code),
    constraint ck_assessment_period_kind check (kind in ('MONTHLY', 'QUARTERLY', 'ANNUAL')),
    constraint ck_assessment_period_status check (status in ('PLANNED', 'OPEN', 'GRACE', 'CLOSED', 'ARCHIVED')),
    constraint ck_assessment_period_span check (ends_on >= starts_on)
);

create table period_extension (
    assessment_period_id uuid not null,
    org_unit_id          uuid not null,
    open_until           date not null,
    reason               text not null,
    constraint pk_period_extension primary key (assessment_period_id, org_unit_id),
    constraint fk_period_extension_period foreign key (assessment_period_id) references assessment_period,
    constraint fk_period_extension_org_unit foreign key (org_unit_id) references org_unit
);

-- One plan per assignment and span; its content lives in versions, the approved one is never edited in place.
create table skp (
    skp_id         uuid   not null,
    assignment_id  uuid   not null,
    starts_on      date   not null,
    ends_on        date   not null,
    status         text   not null,
    active_version integer,
    revision_note  text,
    version        bigint not null,
    constraint pk_skp primary key (skp_id),
    constraint fk_skp_assignment foreign key (assignment_id) references assignment,
    constraint ck_skp_status check (status in
        ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'ACTIVE', 'REVISION_REQUESTED', 'CLOSED', 'CANCELLED')),
    constraint ck_skp_span check (ends_on >= starts_on),
    constraint ex_skp_no_overlap exclude using gist
        (assignment_id with =, daterange(starts_on, ends_on, '[]') with &&) where (status <> 'CANCELLED')
);

create table skp_version (
    skp_version_id uuid   not null,
    skp_id         uuid   not null,
    version_no     integer not null,
    approach       text   not null,
    pack_id        text,
    pack_version   text,
    indicator_set  text,
    plan_form      text,
    plan_answers   text,
    created_at     timestamptz not null,
    constraint pk_skp_version primary key (skp_version_id),
    constraint uq_skp_version_no unique (skp_id, version_no),
    constraint fk_skp_version_skp foreign key (skp_id) references skp,
    constraint ck_skp_version_approach check (approach in ('QUANTITATIVE', 'QUALITATIVE'))
);

create table work_result (
    work_result_id   uuid    not null,
    skp_version_id   uuid    not null,
    kind             text    not null,
    sequence         integer not null,
    title            text    not null,
    leader_result_id uuid,
    constraint pk_work_result primary key (work_result_id),
    constraint uq_work_result_sequence unique (skp_version_id, sequence),
    constraint fk_work_result_skp_version foreign key (skp_version_id) references skp_version,
    constraint fk_work_result_leader_result foreign key (leader_result_id) references work_result,
    constraint ck_work_result_kind check (kind in ('MAIN', 'ADDITIONAL'))
);

create table individual_indicator (
    individual_indicator_id uuid    not null,
    work_result_id          uuid    not null,
    sequence                integer not null,
    code                    text,
    name                    text    not null,
    aspect                  text    not null,
    unit_of_measure         text    not null,
    direction               text    not null,
    target                  numeric(18, 4),
    target_low              numeric(18, 4),
    target_high             numeric(18, 4),
    weight                  numeric(5, 2),
    attribution             text    not null,
    constraint pk_individual_indicator primary key (individual_indicator_id),
    constraint uq_individual_indicator_sequence unique (work_result_id, sequence),
    constraint fk_individual_indicator_work_result foreign key (work_result_id) references work_result,
    constraint ck_individual_indicator_aspect check (aspect in ('QUANTITY', 'QUALITY', 'TIME', 'COST')),
    constraint ck_individual_indicator_direction check (direction in ('MAX', 'MIN', 'RANGE_MAX', 'RANGE_MIN', 'ZERO')),
    constraint ck_individual_indicator_attribution check (attribution in ('PERSON', 'TEAM', 'UNIT', 'SERVICE')),
    constraint ck_individual_indicator_target check (
        case when direction in ('MAX', 'MIN') then target is not null and target <> 0
             when direction in ('RANGE_MAX', 'RANGE_MIN') then target_low > 0 and target_high >= target_low
             else true end)
);

create table behavior_expectation (
    skp_version_id uuid    not null,
    value_no       integer not null,
    expectation    text,
    constraint pk_behavior_expectation primary key (skp_version_id, value_no),
    constraint fk_behavior_expectation_skp_version foreign key (skp_version_id) references skp_version,
    constraint ck_behavior_expectation_value_no check (value_no between 1 and 7)
);

-- Append-only: a correction is a newer row; the latest of subject, indicator and period counts (ids are UUIDv7, so they order by time).
create table indicator_value (
    indicator_value_id   uuid          not null,
    subject_kind         text          not null,
    subject_id           uuid          not null,
    indicator_code       text          not null,
    assessment_period_id uuid          not null,
    value                numeric(18, 4) not null,
    source               text          not null,
    taken_at             timestamptz   not null,
    sample_size          integer,
    population           integer,
    completeness         numeric(5, 4),
    timeliness           numeric(5, 4),
    accuracy             numeric(5, 4),
    progress_entry_id    uuid,
    recorded_at          timestamptz   not null,
    constraint pk_indicator_value primary key (indicator_value_id),
    constraint fk_indicator_value_period foreign key (assessment_period_id) references assessment_period,
    constraint ck_indicator_value_subject_kind check (subject_kind in ('PERSON', 'UNIT', 'SERVICE')),
    constraint ck_indicator_value_quality check (
        completeness between 0 and 1 and timeliness between 0 and 1 and accuracy between 0 and 1)
);
create index ix_indicator_value_latest on indicator_value
    (subject_id, assessment_period_id, indicator_code, indicator_value_id desc);

create trigger audit after insert or update or delete on assessment_period for each row execute function write_audit();
create trigger audit after insert or update or delete on period_extension for each row execute function write_audit();
create trigger audit after insert or update or delete on skp for each row execute function write_audit();
create trigger audit after insert or update or delete on skp_version for each row execute function write_audit();
create trigger audit after insert or update or delete on work_result for each row execute function write_audit();
create trigger audit after insert or update or delete on individual_indicator for each row execute function write_audit();
create trigger audit after insert or update or delete on behavior_expectation for each row execute function write_audit();
create trigger audit after insert or update or delete on indicator_value for each row execute function write_audit();

-- People, posts, units and who rates whom, each with its span: transfers close a row and open another.

create table org_unit (
    org_unit_id  uuid   not null,
    code         text   not null,
    name         text   not null,
    kind         text   not null,
    parent_id    uuid,
    valid_from   date   not null,
    valid_to     date,
    version      bigint not null,
    constraint pk_org_unit primary key (org_unit_id),
    constraint uq_org_unit_code unique (code),
    constraint fk_org_unit_parent foreign key (parent_id) references org_unit,
    constraint ck_org_unit_not_own_parent check (parent_id <> org_unit_id)
);
create index ix_org_unit_parent on org_unit (parent_id);

create table employee (
    employee_id   uuid   not null,
    number_kind   text   not null,
    civil_number  text   not null,
    full_name     text   not null,
    title_before  text,
    title_after   text,
    employment    text   not null,
    rank_grade    text,
    birth_date    date   not null,
    sex           text   not null,
    email         text,
    phone         text,
    legal_status  text   not null,
    version       bigint not null,
    constraint pk_employee primary key (employee_id),
    constraint uq_employee_civil_number unique (civil_number),
    constraint ck_employee_number_kind check (number_kind in ('NIP', 'PPPK')),
    constraint ck_employee_civil_number check (civil_number ~ '^[0-9]{18}$'),
    constraint ck_employee_employment check (employment in ('PNS', 'CPNS', 'PPPK', 'PPPK_PART_TIME')),
    constraint ck_employee_sex check (sex in ('MALE', 'FEMALE'))
);

create table position (
    position_id    uuid   not null,
    code           text   not null,
    name           text   not null,
    position_group text   not null,
    job_family     text   not null,
    version        bigint not null,
    constraint pk_position primary key (position_id),
    constraint uq_position_code unique (code),
    constraint ck_position_group check (position_group in
        ('SENIOR_LEADERSHIP', 'ADMINISTRATOR', 'SUPERVISOR', 'EXECUTIVE', 'FUNCTIONAL_EXPERT', 'FUNCTIONAL_SKILLED'))
);

create table assignment (
    assignment_id uuid   not null,
    employee_id   uuid   not null,
    position_id   uuid   not null,
    org_unit_id   uuid   not null,
    kind          text   not null,
    valid_from    date   not null,
    valid_to      date,
    version       bigint not null,
    constraint pk_assignment primary key (assignment_id),
    constraint fk_assignment_employee foreign key (employee_id) references employee,
    constraint fk_assignment_position foreign key (position_id) references position,
    constraint fk_assignment_org_unit foreign key (org_unit_id) references org_unit,
    constraint ck_assignment_kind check (kind in ('DEFINITIVE', 'ACTING', 'DAILY_ACTING', 'INTERIM', 'ADDITIONAL')),
    constraint ck_assignment_span check (valid_to is null or valid_to >= valid_from),
    constraint ex_assignment_one_definitive exclude using gist
        (employee_id with =, daterange(valid_from, valid_to, '[]') with &&) where (kind = 'DEFINITIVE')
);
create index ix_assignment_employee on assignment (employee_id);
create index ix_assignment_org_unit on assignment (org_unit_id);

create table rater_line (
    rater_line_id     uuid   not null,
    assignment_id     uuid   not null,
    rater_id          uuid   not null,
    rater_superior_id uuid,
    valid_from        date   not null,
    valid_to          date,
    version           bigint not null,
    constraint pk_rater_line primary key (rater_line_id),
    constraint fk_rater_line_assignment foreign key (assignment_id) references assignment,
    constraint fk_rater_line_rater foreign key (rater_id) references employee,
    constraint fk_rater_line_superior foreign key (rater_superior_id) references employee,
    constraint ck_rater_line_superior check (rater_superior_id <> rater_id),
    constraint ck_rater_line_span check (valid_to is null or valid_to >= valid_from),
    constraint ex_rater_line_one_rater exclude using gist
        (assignment_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index ix_rater_line_rater on rater_line (rater_id);

create table import_file (
    import_file_id uuid        not null,
    kind           text        not null,
    sha256         text        not null,
    row_count      integer     not null,
    changed_count  integer     not null,
    imported_at    timestamptz not null,
    imported_by    text        not null,
    constraint pk_import_file primary key (import_file_id),
    constraint uq_import_file_kind_sha256 unique (kind, sha256)
);

alter table account add constraint fk_account_employee foreign key (employee_id) references employee;
alter table role_grant add constraint fk_role_grant_employee foreign key (employee_id) references employee;
alter table role_grant add constraint fk_role_grant_org_unit foreign key (org_unit_id) references org_unit;
alter table access_log add constraint fk_access_log_employee foreign key (employee_id) references employee;

create trigger audit after insert or update or delete on org_unit for each row execute function write_audit();
create trigger audit after insert or update or delete on employee for each row execute function write_audit();
create trigger audit after insert or update or delete on position for each row execute function write_audit();
create trigger audit after insert or update or delete on assignment for each row execute function write_audit();
create trigger audit after insert or update or delete on rater_line for each row execute function write_audit();

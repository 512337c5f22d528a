-- Aggregates without persons. summary holds exact counts and is readable by nobody; cube is what may be shown.

create table national.summary (
    tenant        text        not null,
    period_code   text        not null,
    org_unit_id   uuid        not null,
    org_unit_name text        not null,
    measure       text        not null,
    category      text        not null,
    person_count  integer     not null,
    value_sum     numeric(18, 4),
    published_at  timestamptz not null,
    constraint pk_summary primary key (tenant, period_code, org_unit_id, measure, category),
    constraint fk_summary_tenant foreign key (tenant) references registry.tenant
);

-- A cell: level REGION (one government) or PROVINCE or NATION; null count = suppressed.
create table national.cube (
    period_code   text        not null,
    level         text        not null,
    area_code     text        not null,
    area_name     text        not null,
    measure       text        not null,
    category      text        not null,
    person_count  integer,
    value_mean    numeric(18, 2),
    suppression   text,
    tenant_count  integer     not null,
    as_of         timestamptz not null,
    constraint pk_cube primary key (period_code, level, area_code, measure, category),
    constraint ck_cube_level check (level in ('REGION', 'PROVINCE', 'NATION')),
    constraint ck_cube_suppression check (suppression in ('PRIMARY', 'COMPLEMENTARY')),
    constraint ck_cube_suppressed_shows_nothing check (suppression is null or (person_count is null and value_mean is null))
);

-- Where refresh works: exact count beside what was shown last. Readable by nobody; holds the last refresh of a period.
create table national.cell (
    period_code  text        not null,
    level        text        not null,
    area_code    text        not null,
    parent_code  text,
    area_name    text        not null,
    measure      text        not null,
    category     text        not null,
    person_count integer     not null,
    value_mean   numeric(18, 2),
    suppression  text,
    tenant_count integer     not null,
    as_of        timestamptz not null,
    constraint pk_cell primary key (period_code, level, area_code, measure, category)
);

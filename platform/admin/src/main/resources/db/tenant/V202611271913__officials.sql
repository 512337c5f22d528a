-- Officials who are no civil servants (a regional head, TNI/Polri): they rate and decide and have no plan. They have no
-- civil number; files and accounts know them by a stable key. The national applications call them NON ASN.
alter table employee
    alter column number_kind drop not null,
    alter column civil_number drop not null,
    alter column birth_date drop not null,
    alter column sex drop not null,
    add column official_key text,
    add column nrp text,
    drop constraint ck_employee_employment,
    add constraint ck_employee_employment check (employment in ('PNS', 'CPNS', 'PPPK', 'PPPK_PART_TIME', 'OFFICIAL')),
    add constraint uq_employee_official_key unique (official_key),
    add constraint ck_employee_official_key check (official_key ~ '^[a-z][a-z0-9-]{1,39}$'),
    add constraint ck_employee_official check (
        case when employment = 'OFFICIAL'
             then official_key is not null and num_nonnulls(number_kind, civil_number) = 0
             else num_nulls(number_kind, civil_number, birth_date, sex) = 0
                 and num_nonnulls(official_key, nrp) = 0 end);

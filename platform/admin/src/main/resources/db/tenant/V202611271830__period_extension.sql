-- An extension of a period for a unit is a record people make, change and withdraw, each against a version.
alter table period_extension
    add column period_extension_id uuid   not null default gen_random_uuid(),
    add column version             bigint not null default 1;
alter table period_extension add constraint uq_period_extension_id unique (period_extension_id);

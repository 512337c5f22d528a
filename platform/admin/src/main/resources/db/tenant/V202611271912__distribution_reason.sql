-- Why the predicates of a unit depart from the pattern that belongs to what it achieved (SE Menteri PANRB 3/2023).
alter table organisation_predicate
    add column distribution_reason    text,
    add column distribution_reason_by text,
    add column distribution_reason_at timestamptz,
    add constraint ck_organisation_predicate_distribution_reason
        check (num_nonnulls(distribution_reason, distribution_reason_by, distribution_reason_at) in (0, 3));

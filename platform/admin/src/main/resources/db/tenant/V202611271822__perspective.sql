-- Senior leadership plans by perspective where others plan by aspect (domain.md 3.1): an indicator has the one or the
-- other.

alter table individual_indicator
    alter column aspect drop not null,
    add column perspective text,
    add constraint ck_individual_indicator_perspective check (perspective in
        ('SERVICE_RECIPIENT', 'BUSINESS_PROCESS', 'INTERNAL_STRENGTHENING', 'BUDGET')),
    add constraint ck_individual_indicator_dimension check (num_nonnulls(aspect, perspective) = 1);

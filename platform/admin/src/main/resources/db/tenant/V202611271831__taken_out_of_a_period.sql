-- Evaluations that would keep a period open for ever: begun by the rater although nothing was handed in, or taken out.
alter table evaluation
    add column without_submission boolean not null default false,
    add column excluded_from      text,
    add column exclusion_reason   text;
alter table evaluation drop constraint ck_evaluation_status;
alter table evaluation add constraint ck_evaluation_status check (status in
    ('NOT_STARTED', 'SELF_FILLING', 'SELF_SUBMITTED', 'RETURNED_FOR_EVIDENCE', 'UNDER_REVIEW', 'RATED', 'CALIBRATING',
     'DELIVERED', 'ACKNOWLEDGED', 'LAPSED', 'OBJECTED', 'EXPLAINED', 'DECIDED', 'FINAL', 'EXCLUDED'));
alter table evaluation add constraint ck_evaluation_exclusion check (
    (status = 'EXCLUDED') = (excluded_from is not null) and (status = 'EXCLUDED') = (exclusion_reason is not null));

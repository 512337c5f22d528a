-- A revision the rater refused leaves a mark on the plan, which goes on as it was (domain.md 4, REVISION_REJECTED).

alter table skp add column revision_rejected boolean not null default false;

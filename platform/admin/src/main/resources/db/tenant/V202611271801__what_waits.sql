-- Home pages and lists ask for the few that wait, among all evaluations there ever were.

create index ix_evaluation_calibrating on evaluation (org_unit_id) where status = 'CALIBRATING';
create index ix_evaluation_objected on evaluation (rater_superior_id) where status in ('OBJECTED', 'EXPLAINED');

-- The personnel agency may name another rater or superior of one evaluation; nobody decides on objections to own
-- ratings.
alter table evaluation
    add column parties_order text,
    add constraint ck_evaluation_superior_not_rater check (rater_superior_id <> rater_id) not valid;

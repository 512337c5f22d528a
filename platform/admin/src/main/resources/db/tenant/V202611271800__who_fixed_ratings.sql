-- In what capacity, and by whom, each of the two ratings was fixed as it stands: the rater, the head in calibration, or
-- the rater's superior by decision on an objection. Null for ratings older than this, which the rater of then fixed.

alter table evaluation
    add column result_fixed_as   text,
    add column result_fixed_by   uuid,
    add column behavior_fixed_as text,
    add column behavior_fixed_by uuid,
    add constraint fk_evaluation_result_fixed_by foreign key (result_fixed_by) references employee,
    add constraint fk_evaluation_behavior_fixed_by foreign key (behavior_fixed_by) references employee,
    add constraint ck_evaluation_result_fixed_as check (result_fixed_as in ('RATER', 'UNIT_HEAD', 'RATER_SUPERIOR')),
    add constraint ck_evaluation_behavior_fixed_as check (behavior_fixed_as in ('RATER', 'UNIT_HEAD', 'RATER_SUPERIOR'));

-- Settings bear the names by which the server looks for them. Until now what a tenant's file said was written down under
-- names nobody read, and the server's defaults held instead.

set local app.actor = 'admin';
set local app.request = 'migration-202611271840';

-- The kind of day counts for all three terms, not for the answer alone.
update setting set name = 'evaluation.day-kind' where name = 'evaluation.answer-calendar';

-- Where a row of the new name is there for that day, the tenant has set it itself: that one holds.
update setting s set name = renamed.new_name
  from (values ('objection-days', 'evaluation.answer-days'),
               ('objection-explain-days', 'evaluation.explanation-days'),
               ('objection-decision-days', 'evaluation.decision-days'),
               ('day-kind', 'evaluation.day-kind'),
               ('distribution-minimum-people', 'evaluation.distribution-minimum-people')) as renamed (old_name, new_name)
 where s.name = renamed.old_name
   and not exists (select from setting taken where taken.name = renamed.new_name and taken.valid_from = s.valid_from);

-- Nothing looks for these.
delete from setting where name in ('objection-days', 'objection-explain-days', 'objection-decision-days', 'day-kind',
    'distribution-minimum-people', 'report-due-days', 'grace-days', 'feedback-group', 'citizen-figure');

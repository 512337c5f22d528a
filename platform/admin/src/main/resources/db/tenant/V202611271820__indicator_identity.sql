-- An indicator is the same through all versions of a plan: what was recorded for it is found by the first of its line.

alter table individual_indicator
    add column origin_id uuid,
    add constraint fk_individual_indicator_origin foreign key (origin_id) references individual_indicator,
    add constraint ck_individual_indicator_origin check (origin_id <> individual_indicator_id);
create index ix_individual_indicator_origin on individual_indicator (origin_id) where origin_id is not null;
comment on column individual_indicator.origin_id is
    'the indicator of an earlier agreed version that this one continues; null when it is the first of its line';

-- For the audit of what follows.
select pg_catalog.set_config('app.actor', 'admin', true), pg_catalog.set_config('app.request', 'V202611271820', true);

-- So far a revision changed targets only: what stands in the same place of the first version is the same indicator.
update individual_indicator later set origin_id = first.individual_indicator_id
from work_result later_result
join skp_version later_version on later_version.skp_version_id = later_result.skp_version_id
join skp_version first_version on first_version.skp_id = later_version.skp_id and first_version.version_no = 1
join work_result first_result on first_result.skp_version_id = first_version.skp_version_id
     and first_result.sequence = later_result.sequence
join individual_indicator first on first.work_result_id = first_result.work_result_id
where later.work_result_id = later_result.work_result_id and later_version.version_no > 1
  and first.sequence = later.sequence and first.code is not distinct from later.code;

-- Whoever recorded again after a revision has several entries for one indicator: the last saved stays, and what hangs
-- on the others moves to it.
create temporary table same_entry on commit drop as
select e.progress_entry_id, coalesce(i.origin_id, i.individual_indicator_id) as indicator_id,
       first_value(e.progress_entry_id) over (
           partition by coalesce(i.origin_id, i.individual_indicator_id), e.assessment_period_id
           order by e.saved_at desc, e.progress_entry_id desc) as kept_id
from progress_entry e join individual_indicator i on i.individual_indicator_id = e.individual_indicator_id;

update evidence e set progress_entry_id = s.kept_id
from same_entry s where s.progress_entry_id = e.progress_entry_id and s.kept_id <> s.progress_entry_id;
update progress_judgement j set progress_entry_id = s.kept_id
from same_entry s where s.progress_entry_id = j.progress_entry_id and s.kept_id <> s.progress_entry_id;
update indicator_value v set progress_entry_id = s.kept_id
from same_entry s where s.progress_entry_id = v.progress_entry_id and s.kept_id <> s.progress_entry_id;
delete from progress_entry e
using same_entry s where s.progress_entry_id = e.progress_entry_id and s.kept_id <> s.progress_entry_id;
update progress_entry e set individual_indicator_id = s.indicator_id
from same_entry s where s.progress_entry_id = e.progress_entry_id and s.indicator_id <> e.individual_indicator_id;

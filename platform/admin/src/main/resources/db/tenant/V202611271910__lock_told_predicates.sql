-- What a unit achieved is locked when the first of its people is told a result; before, it was when the first became
-- final.
select pg_catalog.set_config('app.actor', 'migration', true),
    pg_catalog.set_config('app.request', 'V202611271910', true);

update organisation_predicate p set status = 'LOCKED', version = version + 1
where p.status = 'FIXED' and exists (
    select 1 from evaluation e
    where e.assessment_period_id = p.assessment_period_id and e.org_unit_id = p.org_unit_id
      and e.status in ('DELIVERED', 'ACKNOWLEDGED', 'LAPSED', 'OBJECTED', 'EXPLAINED', 'DECIDED', 'FINAL'));

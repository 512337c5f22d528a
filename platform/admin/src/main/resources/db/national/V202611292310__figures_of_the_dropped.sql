-- While a dropped tenant is taken away its figures of periods it had not closed are still counted for a moment: nothing
-- becomes final with them.
grant create on schema national to national_function_owner;
set local role national_function_owner;

-- Whether every government of the area has closed the period. One that was dropped is waited for only as long as there are
-- figures of it.
create or replace function national.closed_altogether(p_period text, p_level text, p_area text) returns boolean
    language sql stable set search_path = pg_catalog, pg_temp as $$
    select not exists (
        select from registry.tenant t
         where p_area = case p_level when 'REGION' then t.government_code
                                     when 'PROVINCE' then t.province_code else 'ID' end
           and not exists (select from national.closed_period d
                            where d.tenant = t.code and d.period_code = p_period)
           and (t.desired_state <> 'DROPPED'
                or exists (select from national.summary s where s.tenant = t.code and s.period_code = p_period)))
$$;

reset role;
revoke create on schema national from national_function_owner;

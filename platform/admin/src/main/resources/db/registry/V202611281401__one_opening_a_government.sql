-- Two operators who open the same government at once, under codes of their own: the second is refused by the database,
-- not only by what either of them saw before. A part of a government (scope) is a tenant beside it. Orders that failed
-- are left out: one that was taken back stays in the history for good.
do $$
declare
    twice text;
begin
    select format('%s is being opened twice, as %s', wanted -> 'government' ->> 'code', string_agg(tenant, ' and '))
      into twice
      from registry.tenant_order
     where kind = 'OPEN' and state in ('WAITING', 'RUNNING') and wanted -> 'scope' is null
     group by wanted -> 'government' ->> 'code' having count(*) > 1 limit 1;
    if twice is not null then
        raise exception '%', twice using hint = 'Let the reconciler of the release before end both, take one back, '
            'and migrate again.';
    end if;
end $$;

create unique index uq_tenant_order_government on registry.tenant_order ((wanted -> 'government' ->> 'code'))
    where kind = 'OPEN' and state in ('WAITING', 'RUNNING') and wanted -> 'scope' is null;

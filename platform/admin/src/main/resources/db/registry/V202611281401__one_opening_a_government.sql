-- Two operators who open the same government at once, under codes of their own: the second is refused by the database,
-- not only by what either of them saw before. A part of a government (scope) is a tenant beside it. Orders that failed
-- are left out: one that was taken back stays in the history for good.
create unique index uq_tenant_order_government on registry.tenant_order ((wanted -> 'government' ->> 'code'))
    where kind = 'OPEN' and state in ('WAITING', 'RUNNING') and wanted -> 'scope' is null;

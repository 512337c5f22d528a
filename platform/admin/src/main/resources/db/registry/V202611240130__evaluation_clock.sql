-- The day on which a term of an evaluation ends is looked after by a job of the tenant.
insert into registry.tenant_task (task_name) values ('evaluation-clock');

-- Jobs every served tenant has, again and again: asking for them is the server's own business, not a tenant's.

insert into registry.tenant_task (task_name) values ('close-summary');

grant delete on registry.scheduled_tasks to registry_function_owner;
grant create on schema registry to registry_function_owner;
set local role registry_function_owner;

-- Sees to it that each tenant in service has one row for each of the tasks, due at once when it is new, and that the
-- others have none. What is being worked at is left alone.
create function registry.keep_recurring(p_tasks text[]) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from registry.scheduled_tasks j
     where j.task_name = any (p_tasks) and j.task_instance like '%/recurring' and not j.picked
       and not exists (select from registry.tenant t
                        where j.task_instance = t.code || '/recurring'
                          and t.desired_state = 'ACTIVE' and t.observed_state = 'ACTIVE');
    insert into registry.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
    select task, t.code || '/recurring', clock_timestamp(), false, 1
      from registry.tenant t cross join unnest(p_tasks) as task
     where t.desired_state = 'ACTIVE' and t.observed_state = 'ACTIVE'
       and not exists (select from registry.scheduled_tasks j
                        where j.task_name = task and j.task_instance = t.code || '/recurring')
    on conflict (task_name, task_instance) do nothing;
end $$;

revoke all on function registry.keep_recurring(text[]) from public;
grant execute on function registry.keep_recurring(text[]) to registry_writer;

reset role;
revoke create on schema registry from registry_function_owner;

-- How many people a run was asked for and leaves out, because no pack is enabled for their unit. Told once, by the
-- first of the runs of one start.
alter table evaluation_run
    add column without_pack_count integer not null default 0;

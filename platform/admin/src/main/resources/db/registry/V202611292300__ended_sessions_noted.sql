-- When a session ended is said by the node that ended it, by its own clock; nodes read what they have not seen yet by when
-- it was noted, by the clock they have in common. A trigger, so that it is right too for what a release beside this one
-- writes. What was ended before counts as noted long ago: nodes read it once, when they start.
alter table registry.ended_session add column noted_at timestamptz not null default 'epoch';
alter table registry.ended_session alter column noted_at drop default;
create index ix_ended_session_noted_at on registry.ended_session (noted_at, session_id);

create function registry.note_ended_session() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    new.noted_at := clock_timestamp();
    return new;
end $$;
revoke all on function registry.note_ended_session() from public;

create trigger note before insert or update on registry.ended_session
    for each row execute function registry.note_ended_session();

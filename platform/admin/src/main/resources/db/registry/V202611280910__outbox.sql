-- What leaves the database for a person: today the news that there is an account. The admin module delivers it, tries
-- again when that failed, and writes down what became of it. A first password is made at the moment of delivery and is
-- stored nowhere; of the person only the address is held, and only until nothing is sent to it any more.

create table registry.outbox (
    outbox_id   uuid        not null,
    tenant      text        not null,
    kind        text        not null,
    -- Whose account; the first regional admin has no employee.
    subject     text        not null,
    employee_id uuid,
    channel     text        not null,
    address     text,
    state       text        not null,
    attempts    integer     not null,
    next_try_at timestamptz not null,
    -- Why it was not delivered at the last attempt, or never will be.
    reason      text,
    queued_by   text        not null,
    queued_at   timestamptz not null,
    sent_at     timestamptz,
    constraint pk_outbox primary key (outbox_id),
    constraint fk_outbox_tenant foreign key (tenant) references registry.tenant on delete cascade,
    constraint ck_outbox_kind check (kind in ('ACCOUNT_INVITATION')),
    constraint ck_outbox_channel check (channel in ('MAIL', 'LETTER')),
    -- SETTLED: nothing was sent, because the person has a password of their own already. REPLACED: asked for anew.
    constraint ck_outbox_state check (state in ('WAITING', 'SENT', 'FAILED', 'SETTLED', 'REPLACED')),
    constraint ck_outbox_reason check (reason in ('UNREACHABLE', 'REFUSED', 'ADDRESS', 'NO_ACCOUNT', 'INTERRUPTED')),
    constraint ck_outbox_sent check ((state = 'SENT') = (sent_at is not null)),
    constraint ck_outbox_address check ((address is not null) = (state = 'WAITING' and channel = 'MAIL'))
);
create unique index uq_outbox_waiting on registry.outbox (tenant, subject) where state = 'WAITING';
create index ix_outbox_employee on registry.outbox (tenant, employee_id, queued_at);

-- Governments whose own identity provider is set up. The fingerprint covers its secret, so nobody but the admin module
-- sees it.
create table registry.identity_provider (
    tenant      text        not null,
    fingerprint text        not null,
    applied_at  timestamptz not null,
    constraint pk_identity_provider primary key (tenant),
    constraint fk_identity_provider_tenant foreign key (tenant) references registry.tenant on delete cascade
);

-- When the account was given to the tenant's own identity provider; null while it was not.
alter table registry.account_request add linked_at timestamptz;

grant select, insert on registry.outbox to registry_function_owner;
grant update (state, address) on registry.outbox to registry_function_owner;

grant create on schema registry to registry_function_owner;
set local role registry_function_owner;

-- What became of the accounts the acting tenant has asked for, and of the news of them: one row a person. How somebody
-- whose account is not made will be told follows from whether an address is known.
create function registry.own_accounts()
    returns table (employee_id uuid, requested_at timestamptz, made_at timestamptz, problem text, channel text,
                   state text, attempts integer, next_try_at timestamptz, reason text, sent_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select r.employee_id, r.requested_at, r.made_at, r.problem,
           case when r.made_at is null then case when r.email is null then 'LETTER' else 'MAIL' end else o.channel end,
           o.state, o.attempts, o.next_try_at, o.reason, o.sent_at
      from registry.account_request r
      left join lateral (select * from registry.outbox n
                          where n.tenant = r.tenant and n.employee_id = r.employee_id
                          order by n.queued_at desc, n.outbox_id desc limit 1) o on true
     where r.tenant = registry.acting_tenant()
$$;

-- Has a person told of the account once more, at this address or, when it is null, by letter. Null when that is asked
-- for now, else why not: NO_ACCOUNT (not made yet), SETTLED (the person has a password of their own), TOO_OFTEN (again
-- within 10 minutes, or more than 5 times within a day).
create function registry.ask_invitation(p_employee uuid, p_address text) returns text
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_tenant text := registry.acting_tenant();
    v_subject text;
    v_newest registry.outbox;
begin
    perform pg_advisory_xact_lock(hashtextextended('outbox/' || v_tenant || '/' || p_employee, 0));
    select r.subject into v_subject from registry.account_request r
     where r.tenant = v_tenant and r.employee_id = p_employee and r.made_at is not null;
    if v_subject is null then
        return 'NO_ACCOUNT';
    end if;
    select * into v_newest from registry.outbox o where o.tenant = v_tenant and o.employee_id = p_employee
     order by o.queued_at desc, o.outbox_id desc limit 1;
    if v_newest.state = 'SETTLED' then
        return 'SETTLED';
    end if;
    if v_newest.queued_at > clock_timestamp() - interval '10 minutes'
        or 5 <= (select count(*) from registry.outbox o where o.tenant = v_tenant and o.employee_id = p_employee
                    and o.queued_at > clock_timestamp() - interval '1 day') then
        return 'TOO_OFTEN';
    end if;
    update registry.outbox o set state = 'REPLACED', address = null
     where o.tenant = v_tenant and o.subject = v_subject and o.state = 'WAITING';
    insert into registry.outbox (outbox_id, tenant, kind, subject, employee_id, channel, address, state, attempts,
                                 next_try_at, queued_by, queued_at)
    values (uuidv7(), v_tenant, 'ACCOUNT_INVITATION', v_subject, p_employee,
            case when p_address is null then 'LETTER' else 'MAIL' end, p_address, 'WAITING', 0,
            clock_timestamp(), current_setting('app.actor'), clock_timestamp());
    return null;
end $$;

revoke all on function registry.own_accounts() from public;
revoke all on function registry.ask_invitation(uuid, text) from public;
grant execute on function registry.own_accounts(), registry.ask_invitation(uuid, text) to tenant_member;

reset role;
revoke create on schema registry from registry_function_owner;

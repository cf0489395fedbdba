-- The ground: people, their spaces, what is in them, what happened, and what is owed to whom.
--
-- Row-level security is enabled everywhere and forced nowhere: the owner of the tables migrates and backs up, and nobody
-- else sees through the policies. Requests run as onthedot_app, what shares out work as onthedot_worker, and what happens
-- before anybody is known as onthedot_door. Partitions grant nothing: they are reached through their table alone.

create table person (
    id uuid primary key,
    email text not null unique check (email = lower(email)),
    name text not null,
    password text not null,
    zone text not null,
    owner boolean not null default false,
    email_confirmed boolean not null default false,
    created_at timestamptz not null default now()
);
create unique index person_one_owner on person (owner) where owner;

-- Whose data it is. Its row is locked first in each write, so that `sequence` has no gaps and no late arrivals.
create table space (
    id uuid primary key,
    owner uuid not null references person on delete cascade,
    sequence bigint not null default 0,
    server_n bigint not null default 0,
    epoch uuid not null default gen_random_uuid()
) with (fillfactor = 50);
create unique index space_of_owner on space (owner);

-- A row as devices see it. `body` is its JSON, made once when it is written; `values` is what queries look into.
create table entity (
    space uuid not null,
    id uuid not null,
    kind text not null,
    sequence bigint not null,
    mark text not null,
    life integer not null,
    values jsonb not null,
    body text not null,
    primary key (space, id)
) partition by hash (space);
create index entity_sequence on entity (space, sequence);

-- A device, or a role of the server (`srv:api`): the last mutation that was heard of it.
create table client (
    space uuid not null,
    id text not null,
    last_n bigint not null,
    seen_at timestamptz not null default now(),
    primary key (space, id)
) partition by hash (space);

-- What a device was told about a mutation, so that it is told the same again.
create table mutation (
    space uuid not null,
    client text not null,
    n bigint not null,
    id uuid not null,
    status text not null,
    reason text,
    conflicts uuid[],
    received_at timestamptz not null default now(),
    primary key (space, client, n)
) partition by hash (space);
create index mutation_id on mutation (space, id);

-- What happened. Each number of a space's sequence has exactly one event that is about a row.
create table event (
    space uuid not null,
    id uuid not null,
    sequence bigint,
    type text not null,
    version text not null,
    entity uuid,
    actor text not null,
    client text,
    at timestamptz not null,
    data text not null,
    primary key (space, id)
) partition by hash (space);
create index event_sequence on event (space, sequence) where sequence is not null;
create index event_entity on event (space, entity, id) where entity is not null;

-- An event that is owed to a consumer.
create table delivery (
    consumer text not null,
    partition smallint not null,
    position bigint generated always as identity,
    space uuid not null,
    event uuid not null,
    ordered boolean not null,
    tries integer not null default 0,
    next_at timestamptz not null default now(),
    reason text,
    primary key (consumer, partition, position)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- What a consumer has dealt with, so that twice is once.
create table handled (
    consumer text not null,
    event uuid not null,
    at timestamptz not null default now(),
    primary key (consumer, event)
);
create index handled_at on handled (at);

-- An event that a consumer was given up on.
create table dead_letter (
    id uuid primary key,
    consumer text not null,
    space uuid not null,
    event uuid not null,
    type text not null,
    reason text not null,
    tries integer not null,
    died_at timestamptz not null default now(),
    replayed_at timestamptz
);

-- A reminder's instant: 0 waiting, 1 fired, 2 cancelled.
create table alarm (
    id uuid primary key,
    space uuid not null,
    task uuid not null,
    reminder uuid not null,
    due_at timestamptz not null,
    state smallint not null default 0,
    generation integer not null default 1,
    fired_at timestamptz
);
create index alarm_waiting on alarm (due_at) where state = 0;
create index alarm_of_task on alarm (space, task);

do $$
declare parent text; part integer;
begin
    foreach parent in array array['entity', 'client', 'mutation', 'event'] loop
        for part in 0..15 loop
            execute format('create table %I partition of %I for values with (modulus 16, remainder %s)',
                           parent || '_' || part, parent, part);
            execute format('alter table %I enable row level security', parent || '_' || part);
        end loop;
    end loop;
    foreach parent in array array['person', 'space', 'entity', 'client', 'mutation', 'event', 'delivery', 'handled',
                                  'dead_letter', 'alarm', 'migration'] loop
        execute format('alter table %I enable row level security', parent);
    end loop;
end $$;

create function current_person() returns uuid language sql stable as
    $$ select current_setting('onthedot.person')::uuid $$;

grant select, update (name, zone) on person to onthedot_app;
create policy person_self on person to onthedot_app using (id = (select current_person()));
grant select, insert, update, delete on person to onthedot_door;
create policy person_door on person to onthedot_door using (true);

grant select, update on space to onthedot_app;
create policy space_own on space to onthedot_app using (owner = (select current_person()));
grant select, insert on space to onthedot_door;
create policy space_door on space to onthedot_door using (true);
grant select, update (sequence) on space to onthedot_worker;
create policy space_worker on space to onthedot_worker using (true);

do $$
declare name text;
begin
    foreach name in array array['entity', 'client', 'mutation', 'event', 'alarm'] loop
        execute format('grant select, insert, update, delete on %I to onthedot_app', name);
        execute format('create policy %I on %I to onthedot_app using (space in (select id from space))',
                       name || '_own', name);
    end loop;
    foreach name in array array['event', 'delivery', 'handled', 'dead_letter', 'alarm'] loop
        execute format('grant select, insert, update, delete on %I to onthedot_worker', name);
        execute format('create policy %I on %I to onthedot_worker using (true)', name || '_worker', name);
    end loop;
end $$;
grant insert on delivery to onthedot_app;
create policy delivery_own on delivery for insert to onthedot_app with check (space in (select id from space));

-- What hangs on what, and what a person filters by.
create index entity_project on entity (space, (values ->> 'project')) where values ? 'project';
create index entity_parent on entity (space, (values ->> 'parent')) where values ? 'parent';
create index entity_kind on entity (space, kind, id);

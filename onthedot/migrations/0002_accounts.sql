-- How people come in: sessions, tokens, one-use links, and how often one may try.

create table session (
    id uuid primary key,
    person uuid not null references person on delete cascade,
    hash bytea not null unique,
    device text not null,
    address text not null,
    created_at timestamptz not null default now(),
    used_at timestamptz not null default now()
);
create index session_of_person on session (person);

create table token (
    id uuid primary key,
    person uuid not null references person on delete cascade,
    name text not null,
    hash bytea not null unique,
    scopes text[] not null,
    created_at timestamptz not null default now(),
    used_at timestamptz,
    expires_at timestamptz
);
create index token_of_person on token (person);

-- `person` is null for the link of the first visit.
create table link (
    hash bytea primary key,
    purpose text not null check (purpose in ('first_visit', 'way_back')),
    person uuid references person on delete cascade,
    expires_at timestamptz not null
);

-- Tries since the window began; written outside the request's transaction, so that nothing undoes a count.
create table allowance (
    key text primary key,
    tries integer not null,
    began_at timestamptz not null default now()
);

alter table session enable row level security;
alter table token enable row level security;
alter table link enable row level security;
alter table allowance enable row level security;

grant select, insert, update, delete on session, token, link, allowance to onthedot_door;
create policy session_door on session to onthedot_door using (true);
create policy token_door on token to onthedot_door using (true);
create policy link_door on link to onthedot_door using (true);
create policy allowance_door on allowance to onthedot_door using (true);

-- What an event said is kept for a time; who did what when, and to which fields, stays. The index holds only what is
-- still whole, and grows at its end.
alter table event add column scrubbed boolean not null default false;
create index event_whole on event (at) where not scrubbed;

-- The log of events is also the record of who did what: who writes to it can take nothing back. Payloads are dropped by
-- age, and by the worker alone.

revoke update, delete on event from onthedot_app;

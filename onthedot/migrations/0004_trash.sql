-- What went into the Trash along with what, though it may hang on something else by now.
create index entity_deleted_with on entity (space, (values ->> 'deleted_with')) where values ? 'deleted_with';

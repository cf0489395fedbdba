-- In which of the parts, by which workers share, the deliveries of a space are. As one expression, it is inlined.
create function partition_of(space uuid) returns smallint language sql immutable parallel safe
    return (get_byte(uuid_send(space), 15) % 16)::smallint;

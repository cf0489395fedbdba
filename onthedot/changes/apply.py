"""The write path: the one way in which anything of a space changes, whoever asks.

Under the lock of the space: merge the mutations, let the features do what belongs into the same write, then write
rows, answers and sequence in one statement; the events follow with the transaction's others.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from pydantic import ValidationError

from onthedot.changes.events import SpaceChanged
from onthedot.changes.merge import Author, Outcome, merge
from onthedot.changes.mutation import Mutation, Op
from onthedot.changes.rows import Row
from onthedot.changes.rules import RULES, Change
from onthedot.database import Transaction
from onthedot.errors import Invalid, NotFound
from onthedot.ids import EventId, derived_id, new_id

log = logging.getLogger(__name__)

A_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
TURNING = frozenset({"delete", "restore", "reopen"})
"""What concerns more than its row: what hangs on it, what went along with it, or what it hangs on."""
LARGEST_DELTA_BYTES = 32 * 1024
"""Above, devices pull instead of being sent the rows."""


@dataclass(frozen=True, slots=True)
class Space:
    """The space as it stands under its lock; `now` is the database's clock in milliseconds."""

    id: UUID
    sequence: int
    server_n: int
    epoch: UUID
    now: int


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the mutations, in their order, and the rows that they touched."""

    outcomes: list[Outcome]
    rows: Mapping[str, Row]
    changes: Sequence[Change]
    head: int


async def lock_space(tx: Transaction) -> Space:
    """Lock the actor's space until the end of the transaction; nobody else writes to it meanwhile.

    Raises:
        NotFound: it is no longer there.
    """
    return await _space(tx, LOCK)


async def find_space(tx: Transaction) -> Space:
    """Return the actor's space as it stands, waiting for nobody who writes to it.

    Raises:
        NotFound: it is no longer there.
    """
    return await _space(tx, SPACE)


async def _space(tx: Transaction, sql: str) -> Space:
    found = await tx.fetch_row(sql, tx.actor.space)
    if found is None:
        raise NotFound("This space is no longer here.")
    return Space(tx.actor.space, found["sequence"], found["server_n"], found["epoch"], found["now"])


async def apply_one(  # noqa: D417 - the rest are the mutation's
    tx: Transaction,
    op: Op,
    *,
    kind: str,
    entity: UUID | str,
    set: Mapping[str, object] | None = None,  # noqa: A002 - the wire's word
    life: int | None = None,
    seen: int | None = None,
    fresh: bool = False,
) -> tuple[Outcome, Row | None]:
    """Apply one mutation of the server's own, and return what became of it and the row as it now stands.

    Args:
        seen: the version of the row that the author had seen; without it the present one counts as seen.
        fresh: the id was made just now, so there is nothing to read.

    Raises:
        Invalid: it was refused; the field is named.
    """
    space = await lock_space(tx)
    asked = {"op": op, "kind": kind, "entity": str(entity), "life": life, "set": dict(set or {})}
    mutation = _mutation(space, asked)
    author = Author(tx.actor.client, space.now, sees_present=seen is None, seen=seen)
    written = await apply(tx, space, [mutation], author=author, rows={} if fresh else None)
    outcome = written.outcomes[0]
    if outcome.status == "refused":
        field = (outcome.reason or "").partition(" ")[0]
        raise Invalid(outcome.reason or "It was refused.", field=field)
    return outcome, written.rows.get(str(entity))


def _mutation(space: Space, asked: Mapping[str, object]) -> Mutation:
    """Return a mutation of the server's own.

    Raises:
        Invalid: a name that came from outside does not fit.
    """
    own = {"n": space.server_n + 1, "id": str(new_id()), "clock": (space.now, 0)}
    try:
        return Mutation.model_validate(own | dict(asked))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])).removeprefix("set.").partition(":")[0]
        raise Invalid(f"{field}: {first['msg']}", field=field) from None


async def apply(
    tx: Transaction,
    space: Space,
    mutations: Sequence[Mutation],
    *,
    author: Author,
    rows: dict[str, Row] | None = None,
) -> Written:
    """Apply the mutations in their order under the lock, and write what they change."""
    rows = await _read(tx, mutations) if rows is None else rows
    before = {id: row.copy() for id, row in rows.items()}
    outcomes = [merge(rows, mutation, kinds=RULES.kinds, author=author) for mutation in mutations]
    changed = list(dict.fromkeys(id for outcome in outcomes for id in outcome.changed))
    changes = [Change.of(before.get(id), rows[id]) for id in changed]
    for kind, hooks in RULES.within.items():
        mine = [change for change in changes if change.after.kind == kind]
        for hook in hooks if mine else ():
            await hook(tx, mine)
    await _write(tx, space, changes, author=author, mutations=mutations, outcomes=outcomes)
    _log_conflicts(space, rows, outcomes)
    return Written(outcomes, rows, changes, space.sequence + len(changes))


async def _read(tx: Transaction, mutations: Sequence[Mutation]) -> dict[str, Row]:
    """Return all rows that the mutations may touch."""
    named = {mutation.entity for mutation in mutations}
    above = {value for mutation in mutations for value in mutation.set.values() if _is_id(value)}
    # Whatever one mutation moves below a row, a later one may bury or bring back with it: all families are read.
    families = named if any(mutation.op in TURNING for mutation in mutations) else set[str]()
    if above or families:
        found = await tx.fetch(READ_FAMILY, tx.actor.space, list(named), list(above), list(families))
    else:
        found = await tx.fetch(READ, tx.actor.space, list(named))
    return {row.id: row for row in (Row.from_json(record["body"]) for record in found)}


def _is_id(value: object) -> bool:
    return isinstance(value, str) and A_UUID.fullmatch(value) is not None


async def _write(
    tx: Transaction,
    space: Space,
    changes: Sequence[Change],
    *,
    author: Author,
    mutations: Sequence[Mutation],
    outcomes: Sequence[Outcome],
) -> None:
    """Write rows, answers and sequence, and record what happened."""
    events = [EventId(new_id()) for _ in changes]
    for place, (change, event) in enumerate(zip(changes, events, strict=True), start=1):
        change.after.sequence = space.sequence + place
        noted = RULES.announce[change.after.kind](change, _name(tx), author.client)
        tx.record(noted, id=event, sequence=change.after.sequence, entity=UUID(change.after.id), client=author.client)
    bodies = [change.after.to_json() for change in changes]
    remembered = [] if author.is_server else list(zip(mutations, outcomes, strict=True))
    await tx.execute(
        WRITE,
        space.id,
        [change.after.id for change in changes],
        [change.after.kind for change in changes],
        [change.after.sequence for change in changes],
        [_mark(event) for event in events],
        [change.after.life for change in changes],
        [orjson.dumps(change.after.values).decode() for change in changes],
        bodies,
        author.client,
        mutations[-1].n,
        [mutation.n for mutation, _ in remembered],
        [mutation.id for mutation, _ in remembered],
        [outcome.status for _, outcome in remembered],
        [outcome.reason for _, outcome in remembered],
        [",".join(outcome.conflicts) for _, outcome in remembered],
        space.sequence + len(changes),
        author.is_server,
    )
    if changes:
        tx.record(
            _space_changed(space, events[-1], bodies, author=author, last_n=mutations[-1].n),
            id=derived_id("space.changed", space.id, events[-1]),
        )


def _space_changed(space: Space, last: EventId, bodies: Sequence[str], *, author: Author, last_n: int) -> SpaceChanged:
    small = sum(map(len, bodies)) <= LARGEST_DELTA_BYTES
    to = space.sequence + len(bodies)
    rows: list[Any] | None = [orjson.Fragment(body) for body in bodies] if small else None
    return SpaceChanged.model_construct(
        space=str(space.id),
        epoch=str(space.epoch),
        from_=space.sequence + 1,
        to=to,
        rows=rows,
        cursor=f"{to}.{_mark(last)}",
        acknowledged={} if author.is_server else {author.client: last_n},
    )


def _mark(event: UUID) -> str:
    """Return what tells this write from another that had the same number before a backup was restored."""
    return event.hex[-8:]


def _name(tx: Transaction) -> str:
    return f"{tx.actor.kind}:{tx.actor.name}"


def _log_conflicts(space: Space, rows: Mapping[str, Row], outcomes: Sequence[Outcome]) -> None:
    for outcome in outcomes:
        for id in outcome.conflicts:
            values = rows[id].values
            noted = {name: values[name] for name in ("about", "entity_kind", "entity", "field")}
            log.warning("conflict", extra={"conflict": id, "space": str(space.id), **noted})


SPACE = """
select sequence, server_n, epoch, (extract(epoch from clock_timestamp()) * 1000)::bigint as now
from space where id = $1
"""
LOCK = f"{SPACE} for no key update"

READ = "select body from entity where space = $1 and id = any($2::uuid[])"

READ_FAMILY = """
with recursive above as (
    select id, values, body from entity where space = $1 and id = any($3::uuid[])
    union
    select parent.id, parent.values, parent.body
    from above join entity parent on parent.space = $1 and parent.id = (above.values ->> 'parent')::uuid
), below as (
    select id, body from entity where space = $1 and id = any($4::uuid[])
    union
    select child.id, child.body
    from below join entity child on child.space = $1
        and ((child.values ? 'project' and child.values ->> 'project' = below.id::text)
          or (child.values ? 'parent' and child.values ->> 'parent' = below.id::text)
          or (child.values ? 'deleted_with' and child.values ->> 'deleted_with' = below.id::text))
), kin as (
    select (values ->> reference)::uuid as id
    from entity, unnest(array['project', 'parent']) reference
    where space = $1 and id in (select id from below) and values ? reference
)
select body from entity where space = $1 and id = any($2::uuid[])
union select body from above
union select body from below
union select body from entity where space = $1 and id in (select id from kin)
"""

WRITE = """
with put as (
    insert into entity (space, id, kind, sequence, mark, life, values, body)
    select $1, id, kind, sequence, mark, life, values::jsonb, body
    from unnest($2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::integer[], $7::text[], $8::text[])
        as given (id, kind, sequence, mark, life, values, body)
    on conflict (space, id) do update set sequence = excluded.sequence, mark = excluded.mark, life = excluded.life,
        values = excluded.values, body = excluded.body
), heard as (
    insert into client (space, id, last_n) select $1, $9, $10 where not $17
    on conflict (space, id) do update set last_n = excluded.last_n, seen_at = now()
), answered as (
    insert into mutation (space, client, n, id, status, reason, conflicts)
    select $1, $9, n, id, status, reason, string_to_array(nullif(conflicts, ''), ',')::uuid[]
    from unnest($11::bigint[], $12::uuid[], $13::text[], $14::text[], $15::text[])
        as given (n, id, status, reason, conflicts)
)
update space set sequence = $16, server_n = case when $17 then $10 else server_n end where id = $1
"""

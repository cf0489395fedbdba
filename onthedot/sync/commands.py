"""What a device did, applied once and in its order."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any, ClassVar

from pydantic import ValidationError

from onthedot.changes.apply import Space, apply, lock_space
from onthedot.changes.merge import Author, Outcome
from onthedot.changes.mutation import Mutation, Unreadable
from onthedot.database import Transaction
from onthedot.errors import Conflict, Invalid
from onthedot.sync.schema import Push

LONGEST_FIELD = 120


class OtherSpace(Conflict):
    """The device holds another person's data."""

    name: ClassVar[str] = "other_space"


class OtherEpoch(Conflict):
    """A backup was restored since: the device takes a new client id and pulls from the start."""

    name: ClassVar[str] = "other_epoch"


class OutOfOrder(Conflict):
    """Mutations are missing in between; `expected` is the next number."""

    name: ClassVar[str] = "out_of_order"
    status: ClassVar[HTTPStatus] = HTTPStatus.CONFLICT


class ClientForked(Conflict):
    """Another device counts under the same client id: take a new one and renumber."""

    name: ClassVar[str] = "client_forked"


async def push(tx: Transaction, sent: Push) -> list[dict[str, object]]:
    """Apply what is new of the device's mutations, and return an answer to each.

    Raises:
        OtherSpace, OtherEpoch, OutOfOrder, ClientForked: nothing was applied.
    """
    space = await lock_space(tx)
    check_space(sent, space)
    mutations = [_read(mutation) for mutation in sent.mutations]
    known = await _known(tx, str(sent.client), mutations)
    last_n = await tx.fetch_value(LAST, tx.actor.space, str(sent.client)) or 0
    _check_order(mutations, last_n)
    fresh = [mutation for mutation in mutations if mutation.n > last_n]
    answers = {n: answer for n, answer in known.items() if n <= last_n}
    if fresh:
        author = Author(str(sent.client), space.now, skew=space.now - sent.client_now)
        written = await apply(tx, space, fresh, author=author)
        answers |= {m.n: _answer(m, outcome) for m, outcome in zip(fresh, written.outcomes, strict=True)}
    return [answers.get(mutation.n, _forgotten(mutation)) for mutation in mutations]


def check_space(sent: Push, space: Space) -> None:
    """Refuse a device that holds other data than it is here for.

    Raises:
        OtherSpace, OtherEpoch: it does.
    """
    if sent.space not in {None, space.id}:
        raise OtherSpace("These changes belong to another person's space; nothing was applied.", field="space")
    if sent.epoch not in {None, space.epoch}:
        raise OtherEpoch("A backup was restored since this device was last here; it starts afresh.", field="epoch")


def _read(given: dict[str, Any]) -> Mutation:
    """Return the mutation, or one that will be refused in its place.

    Raises:
        Invalid: it has no number or id by which it could be answered.
    """
    try:
        return Mutation.model_validate(given)
    except ValidationError as error:
        kept = {"n": given.get("n"), "id": given.get("id"), "entity": given.get("id")}
        field, reason = _first(error)
        try:
            return Unreadable.model_validate(kept | {"reason": f"{field}: {reason}"})
        except ValidationError as nameless:
            field, reason = _first(nameless)
            raise Invalid(f"mutations.{field}: {reason}", field=f"mutations.{field}") from None


def _first(error: ValidationError) -> tuple[str, str]:
    """Return the first field that does not fit, and why; a name that a device made up may be anything."""
    first = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(map(str, first["loc"]))[:LONGEST_FIELD]
    return field if field.isprintable() else ascii(field), first["msg"]


async def _known(tx: Transaction, client: str, mutations: Sequence[Mutation]) -> dict[int, dict[str, object]]:
    """Return the stored answers.

    Raises:
        ClientForked: a number was used for another mutation.
    """
    found = await tx.fetch(STORED, tx.actor.space, client, [mutation.n for mutation in mutations])
    ids = {mutation.n: mutation.id for mutation in mutations}
    for row in found:
        if str(row["id"]) != ids[row["n"]]:
            raise ClientForked("Another device uses this client id: take a new one and send again.", field="client")
    return {
        row["n"]: {
            "n": row["n"],
            "status": row["status"],
            "reason": row["reason"],
            "conflicts": [str(id) for id in row["conflicts"] or ()],
        }
        for row in found
    }


def _check_order(mutations: Sequence[Mutation], last_n: int) -> None:
    expected = min(mutations[0].n, last_n + 1) if mutations else 0
    for mutation in mutations:
        if mutation.n != expected:
            raise OutOfOrder(f"Number {expected} comes next.", field="mutations", expected=min(expected, last_n + 1))
        expected += 1


def _answer(mutation: Mutation, outcome: Outcome) -> dict[str, object]:
    return {
        "n": mutation.n,
        "status": outcome.status,
        "reason": outcome.reason,
        "conflicts": outcome.conflicts,
    }


def _forgotten(mutation: Mutation) -> dict[str, object]:
    """Return the answer to one applied so long ago that its answer is no longer kept."""
    return {"n": mutation.n, "status": "already", "reason": None, "conflicts": []}


LAST = "select last_n from client where space = $1 and id = $2"

STORED = """
select n, id, status, reason, conflicts from mutation where space = $1 and client = $2 and n = any($3::bigint[])
"""

"""A person with 10,000 open and 50,000 done tasks, written by the write path that devices push through."""

from __future__ import annotations

import random
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from bench.onthedot_up import PASSWORD
from onthedot.accounts.commands import Visitor, create_person, open_session
from onthedot.accounts.schema import SignUp
from onthedot.changes.apply import apply, lock_space
from onthedot.changes.merge import Author
from onthedot.changes.mutation import Mutation
from onthedot.database import Actor, Database
from onthedot.ids import PersonId, SpaceId, new_id

OPEN, DONE, PROJECTS, TAGS = 10_000, 50_000, 12, 15
A_WRITE = 500
VERBS = ("Call", "Write to", "Pay", "Order", "Book", "Clean", "Repair", "Read", "Prepare", "Send", "Plan", "Check")
THINGS = (
    "the landlord about the boiler",
    "Ana",
    "the invoice of the dentist",
    "new filters for the coffee machine",
    "the train to Hamburg",
    "the slides for Monday",
    "the bicycle's front light",
    "chapter four",
    "a present for Grace",
    "the garden's back gate",
    "the minutes of the meeting",
    "the insurance",
)
NOTES = "The number is on the fridge.\n\n- ask for Mr Lovelace\n- not before nine\n"
COLORS = ("brick", "amber", "olive", "fern", "teal", "sky", "iris", "plum")


@dataclass
class Hand:
    """One device of the person, that writes all of it; on each run the same but for ids and dates."""

    client: str = field(default_factory=lambda: str(uuid4()))
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    # Made-up tasks are no secrets, and each run is to measure the same.
    dice: random.Random = field(default_factory=lambda: random.Random(6))  # noqa: S311

    projects: list[str] = field(default_factory=lambda: [str(new_id()) for _ in range(PROJECTS)])
    tags: list[str] = field(default_factory=lambda: [str(new_id()) for _ in range(TAGS)])

    def happens(self, percent: int) -> bool:
        """Tell whether what happens so often happens this time."""
        return self.dice.randrange(100) < percent

    def mutation(self, op: str, kind: str, entity: str, *, at: datetime, **values: Any) -> Mutation:  # noqa: ANN401
        """Return the next mutation."""
        given = {"n": next(self.numbers), "id": str(uuid4()), "op": op, "kind": kind, "entity": entity}
        return Mutation.model_validate(given | {"clock": [int(at.timestamp() * 1000), 0], "set": values})


async def make_many_tasks(dsn: str) -> str:
    """Make the person and the tasks, and return the secret of a session.

    Nobody is owed the news of it, so that the server does nothing but what is measured.
    """
    database = await Database.connect(dsn, owed={}, size=2)
    try:
        wanted = SignUp(email="ada@example.org", name="Ada", password=PASSWORD, zone="Europe/Berlin")
        person = await create_person(database, wanted, confirmed=True)
        async with database.door() as door:
            space = await door.fetchval("select id from space where owner = $1", person)
        await _write(database, Actor(PersonId(person), SpaceId(space), "person", "Ada"))
        return await open_session(database, person, visitor=Visitor("bench", "127.0.0.1"))
    finally:
        await database.close()


async def _write(database: Database, actor: Actor) -> None:
    hand = Hand()
    for mutations in _in_parts(_all(hand, datetime.now(UTC)), A_WRITE):
        async with database.transaction(actor) as tx:
            space = await lock_space(tx)
            await apply(tx, space, mutations, author=Author(hand.client, space.now))


def _in_parts(mutations: Iterator[Mutation], most: int) -> Generator[list[Mutation]]:
    part: list[Mutation] = []
    for mutation in mutations:
        part.append(mutation)
        if len(part) == most:
            yield part
            part = []
    yield part


def _all(hand: Hand, now: datetime) -> Generator[Mutation]:
    """Return what made the data: first what tasks refer to, then what was done, last what is to be done."""
    long_ago = now - timedelta(days=900)
    for place, id in enumerate(hand.projects):
        yield hand.mutation("create", "project", id, at=long_ago, name=f"Project {place}", color=COLORS[place % 8])
    for place, id in enumerate(hand.tags):
        yield hand.mutation("create", "tag", id, at=long_ago, name=f"tag{place}")
    for place in range(DONE):
        made = long_ago + timedelta(minutes=24 * 60 * 890 * place // DONE)
        id = str(new_id())
        yield hand.mutation("create", "task", id, at=made, **_task(hand, made))
        yield hand.mutation("complete", "task", id, at=made + timedelta(days=hand.dice.uniform(0.1, 9)))
    for place in range(OPEN):
        made = now - timedelta(minutes=OPEN - place)
        yield hand.mutation("create", "task", str(new_id()), at=made, **_task(hand, now))


def _task(hand: Hand, made: datetime) -> dict[str, Any]:
    """Return what a person says of a task; four in five are in the Inbox, one in three has a due date."""
    dice = hand.dice
    values: dict[str, Any] = {"title": f"{dice.choice(VERBS)} {dice.choice(THINGS)} {dice.randrange(1000)}"}
    if hand.happens(20):
        values["project"] = dice.choice(hand.projects)
    if hand.happens(30):
        values["priority"] = dice.randrange(1, 5)
    if hand.happens(10):
        values["notes"] = NOTES
    if hand.happens(33):
        values["due"] = _due(hand, made + timedelta(days=dice.randrange(-5, 365)))
    return values | {f"tag:{id}": True for id in dice.sample(hand.tags, dice.choice((0, 0, 0, 1, 2)))}


def _due(hand: Hand, day: datetime) -> dict[str, str]:
    if hand.happens(50):
        return {"date": f"{day:%Y-%m-%d}"}
    return {"at": f"{day:%Y-%m-%d}T{hand.dice.randrange(8, 21):02}:{hand.dice.choice((0, 15, 30)):02}"}

"""People with names, and the devices that they hold."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from onthedot.changes.pull import Page, pull
from onthedot.database import Actor, Database
from onthedot.ids import PersonId, SpaceId, new_id
from onthedot.sync.commands import push
from onthedot.sync.schema import Push
from tests.web import Browser


async def make_person(database: Database, name: str) -> Actor:
    """Return a new person with an empty space, signed in."""
    person, space = PersonId(new_id()), SpaceId(new_id())
    async with database.door() as door:
        await door.execute(
            "insert into person (id, email, name, password, zone) values ($1, $2, $3, 'x', 'Europe/Berlin')",
            person,
            f"{name.lower()}@example.org",
            name,
        )
        await door.execute("insert into space (id, owner) values ($1, $2)", space, person)
    return Actor(person, space, "person", name)


@dataclass
class Device:
    """A device of a person that pushes and pulls by the server's own functions."""

    database: Database
    actor: Actor
    id: str = field(default_factory=lambda: str(uuid4()))
    n: int = 0
    cursor: str | None = None

    def mutation(self, op: str, kind: str, entity: str, **rest: Any) -> dict[str, Any]:  # noqa: ANN401
        """Return the device's next mutation."""
        self.n += 1
        given = {"n": self.n, "id": str(uuid4()), "op": op, "kind": kind, "entity": entity, "clock": [self.n, 0]}
        return given | rest

    async def push(self, *mutations: dict[str, Any]) -> list[dict[str, Any]]:
        """Send the mutations and return the answers."""
        sent = Push.model_validate({"client": self.id, "client_now": 1_000_000, "mutations": mutations})
        async with self.database.transaction(self.actor) as tx:
            return await push(tx, sent)

    async def pull(self, limit: int = 1000) -> Page:
        """Return the next page, and stand behind it."""
        async with self.database.transaction(self.actor) as tx:
            page = await pull(tx, self.id, cursor=self.cursor, limit=limit)
        self.cursor = page.cursor
        return page


async def actor_of(page: Browser) -> Actor:
    """Return who is signed in there."""
    account = (await page.call("GET", "/api/account")).json()
    return Actor(PersonId(UUID(account["id"])), SpaceId(UUID(account["space"])), "person", account["name"])

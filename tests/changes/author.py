"""What people do on their devices: a random edit of what they see, close enough together to meet."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from uuid import UUID

from onthedot.changes.rows import Row
from tests.changes.overlay import line

Rows = Mapping[str, Row]
Wanted = dict[str, object]

DUE = ({"date": "2026-11-24"}, {"at": "2026-11-25T09:00"}, None)
REMINDERS = ({"before": "PT1H"}, {"before": "P1D"}, None)
TOO_LONG = "x" * 501


class Author:
    """Makes edits from one source of chance, each text its own; one who is careless is refused now and then."""

    def __init__(self, random: Random, *, careless: bool) -> None:
        self.random = random
        self.careless = careless
        # Each schedule has its own taste (swarm testing): what is rare in all of them together would never meet.
        self.moving = random.choice((0.1, 0.2, 0.8))
        self.deleting = random.choice((0.03, 0.1, 0.2))
        self.texts = 0
        self.tags = [self.id() for _ in range(2)]
        self.reminders = [self.id() for _ in range(2)]

    def id(self) -> str:
        """Return a random id that the seed decides."""
        return str(UUID(int=self.random.getrandbits(128), version=4))

    def edit(self, shown: Rows) -> Wanted:
        """Return an edit of what is shown."""
        alive = [row for row in shown.values() if row.alive and row.kind != "conflict"]
        dead = [row for row in shown.values() if not row.alive]
        open_conflicts = [row for row in shown.values() if row.values.get("state") == "open"]
        if len(alive) < 3 or self.random.random() < 0.06:
            return self.create(shown)
        if dead and self.random.random() < self.deleting:
            return _turn("restore", self.random.choice(dead))
        if open_conflicts and self.random.random() < 0.03:
            return _update(self.random.choice(open_conflicts), {"state": "dismissed"})
        row = self.random.choice(alive)
        if self.random.random() < self.deleting:
            return _turn("delete", row)
        if row.kind == "task" and self.random.random() < 0.2:
            return _turn("reopen" if "completed_at" in row.values else "complete", row)
        return self.update(row, shown)

    def create(self, shown: Rows) -> Wanted:
        """Return a new task, project or tag."""
        kind = self.random.choices(("task", "project", "tag"), (6, 3, 1))[0]
        text = TOO_LONG if self.careless and self.random.random() < 0.03 else self.text()
        values: Wanted = {"title" if kind == "task" else "name": text}
        if kind == "task":
            values |= {name: self.reference(name, "", shown) for name in ("project", "parent")}
        return {"op": "create", "kind": kind, "entity": self.id(), "set": values}

    def update(self, row: Row, shown: Rows) -> Wanted:
        """Return new values for one to three fields of the row, or hang it on another one, which makes cycles."""
        if row.kind == "task" and self.random.random() < self.moving:
            return _update(row, {"parent": self.reference("parent", row.id, shown)})
        if row.kind != "task":
            fields: Wanted = {"name": self.text(), "rank": self.rank()}
        else:
            fields = {
                "title": self.text(),
                "notes": self.random.choice((self.text(), None)),
                "priority": self.random.choice((1, 2, None)),
                "due": self.random.choice(DUE),
                "rank": self.rank(),
                "project": self.reference("project", row.id, shown),
                "parent": self.reference("parent", row.id, shown),
                f"tag:{self.random.choice(self.tags)}": self.random.choice((True, None)),
                f"reminder:{self.random.choice(self.reminders)}": self.random.choice(REMINDERS),
            }
        chosen = self.random.sample(sorted(fields), min(len(fields), self.random.randint(1, 3)))
        return _update(row, {name: fields[name] for name in chosen})

    def reference(self, name: str, id: str, shown: Rows) -> str | None:
        """Return what a row may hang on as far as its author sees, or None."""
        kind = "task" if name == "parent" else "project"
        alive = [row.id for row in shown.values() if row.kind == kind and row.alive]
        fitting = [one for one in alive if id not in line(shown, one)]
        return self.random.choice([*fitting, *fitting, None])

    def text(self) -> str:
        """Return a text that nobody else writes."""
        self.texts += 1
        return f"text {self.texts}"

    def rank(self) -> str:
        """Return a place in the order."""
        return self.random.choice("abcdef")


def _update(row: Row, values: Mapping[str, object]) -> Wanted:
    return {"op": "update", "kind": row.kind, "entity": row.id, "set": dict(values)}


def _turn(op: str, row: Row) -> Wanted:
    return {"op": op, "kind": row.kind, "entity": row.id, "life": row.life}

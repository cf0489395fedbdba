"""A program that uses REST: it has no base, but may name the version of a row that it had read."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from onthedot.changes.mutation import Mutation
from onthedot.changes.rows import Row
from tests.changes.author import Author
from tests.changes.server import Server
from tests.changes.wire import Batch, Sent

READS = 0.4


@dataclass
class Program:
    """What it read, which may be long ago when it writes."""

    random: Random
    author: Author
    read: dict[str, Row] = field(default_factory=dict[str, Row])
    n: int = 0

    def run(self, server: Server) -> Batch | None:
        """Read a row, or change one, by the version once read if there is one."""
        rows = {id: row for id, row in server.rows.items() if row.kind != "conflict"}
        if rows and self.random.random() < READS:
            row = self.random.choice(list(rows.values()))
            self.read.setdefault(row.id, row.copy())
            return None
        wanted = self.author.edit(rows)
        read = self.read.pop(str(wanted["entity"]), None) if wanted["op"] == "update" else None
        known = read or rows.get(str(wanted["entity"]))
        seen = {name: stamp.identity for name, stamp in known.stamps.items()} if known else {}
        self.n += 1
        given: dict[str, object] = {"n": self.n, "id": self.author.id(), "clock": (server.now, 0)}
        mutation = Mutation.model_validate(given | wanted)
        return server.edit_here(Sent(mutation, "srv:api", server.now, seen, read.version if read else None))

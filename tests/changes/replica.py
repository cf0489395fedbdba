"""A device of the person: its copy of the rows, its outbox, and how it takes what the server sends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from onthedot.changes.mutation import Mutation
from onthedot.changes.rows import Row
from tests.changes.clocks import Clock
from tests.changes.overlay import overlay
from tests.changes.wire import Batch, Request, Sent


@dataclass
class Replica:
    """One device; `cursor` is None until its first pull."""

    id: str
    clock: Clock
    rows: dict[str, Row] = field(default_factory=dict[str, Row])
    outbox: list[Sent] = field(default_factory=list[Sent])
    cursor: int | None = None
    n: int = 0
    mail: list[Batch] = field(default_factory=list[Batch])

    def shown(self) -> dict[str, Row]:
        """Return what the person sees on it."""
        return overlay(self.rows, [sent.mutation for sent in self.outbox], self.id)

    def write(self, wanted: Mapping[str, object], *, id: str, now: int) -> None:
        """Put a mutation into the outbox, with what the device shows of the row as its base."""
        row = self.shown().get(str(wanted["entity"]))
        seen = {name: stamp.identity for name, stamp in row.stamps.items()} if row else {}
        self.n += 1
        given: dict[str, object] = {"n": self.n, "id": id, "clock": self.clock.tick(now), "base": _base(wanted, seen)}
        self.outbox.append(Sent(Mutation.model_validate(given | dict(wanted)), self.id, now, seen))

    def request(self, now: int, most: int) -> Request:
        """Return a push of the first that wait."""
        return Request(self.id, self.clock.now(now), tuple(self.outbox[:most]))

    def take(self, batch: Batch, now: int) -> bool:
        """Take a batch; tell whether there is a hole before it, so that a pull is needed."""
        if batch.since > (self.cursor or 0):
            return True
        if self.cursor is not None and batch.to < self.cursor:
            return False
        if batch.server_now is not None:
            self.clock.ahead = self.clock.now(now) - batch.server_now
        for text in batch.rows:
            self._keep(Row.from_json(text))
        self.cursor = batch.to
        heard = batch.acknowledged.get(self.id, 0)
        self.outbox = [sent for sent in self.outbox if sent.mutation.n > heard]
        return False

    def start_afresh(self) -> None:
        """Forget the rows, though never what waits."""
        self.rows, self.cursor = {}, None

    def _keep(self, row: Row) -> None:
        known = self.rows.get(row.id)
        if known is None or known.sequence < row.sequence:
            self.rows[row.id] = row
        for stamp in row.stamps.values():
            self.clock.hear((stamp.milliseconds, stamp.counter))


def _base(wanted: Mapping[str, object], seen: Mapping[str, str]) -> dict[str, str]:
    """Return what of the seen a mutation names: what it sets, whether it is done, or, if it deletes, everything."""
    values = cast("dict[str, object]", wanted.get("set", {}))
    names = seen.keys() if wanted["op"] == "delete" else values.keys() | {"completed_at"}
    return {name: writer for name, writer in seen.items() if name in names}

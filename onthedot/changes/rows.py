"""Rows: what the server keeps, devices pull and sockets push."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypedDict, cast

import orjson

if TYPE_CHECKING:
    from collections.abc import Mapping


class Stamp(NamedTuple):
    """Who wrote a field last, and when; the greater one is the later edit.

    Times are milliseconds since 1970 by the server's clock; a client is a device's uuid or `srv:<role>`. `version` is
    the row's version that the write made, 0 if it was not noted.
    """

    milliseconds: int
    counter: int
    client: str
    n: int
    version: int = 0

    @property
    def identity(self) -> str:
        """Return the `client:n` by which an author names the version that he had seen."""
        return f"{self.client}:{self.n}"


@dataclass(slots=True)
class Row:
    """One task, project, tag …: its values, and for each field the stamp of its last edit.

    `values` holds only what is not null; a field that was cleared keeps its stamp. An odd `life` is alive.
    """

    kind: str
    id: str
    life: int = 1
    version: int = 0
    sequence: int = 0
    values: dict[str, object] = field(default_factory=dict[str, object])
    stamps: dict[str, Stamp] = field(default_factory=dict[str, Stamp])

    @classmethod
    def from_json(cls, text: str | bytes) -> Row:
        """Return the row that `to_json` wrote."""
        wire = cast("_Wire", orjson.loads(text))
        return cls(
            kind=wire["kind"],
            id=wire["id"],
            life=wire["life"],
            version=wire["version"],
            sequence=wire["sequence"],
            values=wire["values"],
            stamps={name: Stamp(*stamp) for name, stamp in wire["stamps"].items()},
        )

    @classmethod
    def to_show(cls, text: str) -> Row:
        """Return the row that `to_json` wrote without its stamps, which cost most and are never shown."""
        wire = cast("_Wire", orjson.loads(text))
        return cls(wire["kind"], wire["id"], wire["life"], wire["version"], wire["sequence"], wire["values"])

    def to_json(self) -> str:
        """Return the row as devices read it."""
        wire: _Wire = {
            "kind": self.kind,
            "id": self.id,
            "sequence": self.sequence,
            "life": self.life,
            "version": self.version,
            "values": self.values,
            "stamps": dict(self.stamps),
        }
        return orjson.dumps(wire, default=tuple).decode()

    @property
    def alive(self) -> bool:
        """Tell whether the row is not in the Trash."""
        return self.life % 2 == 1

    def copy(self) -> Row:
        """Return the same row with containers of its own."""
        return Row(self.kind, self.id, self.life, self.version, self.sequence, self.values.copy(), self.stamps.copy())

    def put(self, name: str, value: object, stamp: Stamp) -> None:
        """Set a field, or clear it with None, and remember who did in the version that is being made."""
        self.keep(name, value)
        self.stamps[name] = stamp._replace(version=self.version + 1)

    def keep(self, name: str, value: object) -> None:
        """Set or clear a value of the server's own, which carries no stamp."""
        if value is None:
            self.values.pop(name, None)
        else:
            self.values[name] = value


class _Wire(TypedDict):
    kind: str
    id: str
    sequence: int
    life: int
    version: int
    values: dict[str, object]
    stamps: Mapping[str, tuple[int, int, str, int, int]]

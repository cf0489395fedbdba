"""What every committed write announces to the devices of its space."""

from typing import Any, ClassVar

import orjson
from pydantic import Field, WithJsonSchema

from onthedot.changes.kinds import KEPT, Kind
from onthedot.cloudevents import UUID
from onthedot.events import Event


class SpaceChanged(Event):
    """Rows changed: all from `from_` to `to` of the space's sequence, or None where they are too many to send.

    `cursor` is where a device stands that has them; `acknowledged` is the last mutation of each author within.
    """

    type: ClassVar[str] = "space.changed"
    version: ClassVar[str] = "1.0"
    topic: ClassVar[str] = "task-updates"

    space: str
    epoch: str
    from_: int = Field(alias="from")
    to: int
    rows: list[Any] | None
    cursor: str
    acknowledged: dict[str, int]

    def to_json(self) -> str:
        """Return the data; rows may be ready JSON (`orjson.Fragment`)."""
        data = {field.alias or name: getattr(self, name) for name, field in SpaceChanged.model_fields.items()}
        return orjson.dumps(data).decode()


OWN = {"id": {"type": "string"}, "version": {"type": "integer"}}


def document(kind: Kind, *own: str) -> WithJsonSchema:
    """Return what the schema of an event says of a row in it: the names of its fields, and which of `OWN` it has.

    It follows the kind, so that a new field of the kind asks for a new version of its events.
    """
    anything: dict[str, object] = {}
    return WithJsonSchema(
        {
            "type": "object",
            "properties": dict.fromkeys([*kind.fields, *sorted(KEPT)], anything) | {name: OWN[name] for name in own},
            "patternProperties": {f"^{prefix}:{UUID}$": anything for prefix in kind.elements},
            "required": [*own, *(name for name, field in kind.fields.items() if field.required)],
            "additionalProperties": False,
        }
    )

"""The envelope in which events leave (CloudEvents 1.0, JSON format), and the schema that is published of each.

`id` is unique within its `source`, which is a space. `schemaversion` and `space` are extensions.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any, cast

import orjson

if TYPE_CHECKING:
    from onthedot.events import Envelope, Event, Payload

CONTENT_TYPE = "application/cloudevents+json"
SPECIFICATION = "1.0"
UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


def to_cloudevent(envelope: Envelope) -> Payload:
    """Return the event as it is published; `data` is ready JSON (`orjson.Fragment`).

    An event that is about no row has no `subject`.
    """
    subject = {} if envelope.entity is None else {"subject": str(envelope.entity)}
    return {
        "specversion": SPECIFICATION,
        "id": str(envelope.id),
        "source": f"urn:onthedot:space:{envelope.space}",
        "type": envelope.type,
        "time": envelope.at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        **subject,
        "datacontenttype": "application/json",
        "schemaversion": envelope.version,
        "space": str(envelope.space),
        "data": orjson.Fragment(envelope.data.to_json()),
    }


def schema_of(event: type[Event]) -> Payload:
    """Return the JSON Schema of the whole envelope; whoever carries it may add attributes, its data is complete.

    It says shapes and no words, so that a better sentence in the code is not another schema.
    """
    attributes: Payload = {
        "specversion": {"const": SPECIFICATION},
        "id": {"type": "string", "pattern": f"^{UUID}$"},
        "source": {"type": "string", "pattern": f"^urn:onthedot:space:{UUID}$"},
        "type": {"const": event.type},
        "time": {"type": "string", "format": "date-time"},
        "subject": {"type": "string", "pattern": f"^{UUID}$"},
        "datacontenttype": {"const": "application/json"},
        "schemaversion": {"const": event.version},
        "space": {"type": "string", "pattern": f"^{UUID}$"},
        "data": _shape(event.model_json_schema(mode="serialization")),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:onthedot:schema:{event.type}:{event.version}",
        "type": "object",
        "properties": attributes,
        "required": [name for name in attributes if name != "subject"],
    }


def _shape(schema: Any) -> Any:  # noqa: ANN401 - JSON
    """Return the schema without titles and descriptions."""
    if isinstance(schema, list):
        return [_shape(part) for part in cast("list[Any]", schema)]
    if not isinstance(schema, dict):
        return schema
    parts = cast("Payload", schema).items()
    return {name: _shape(part) for name, part in parts if not (name in WORDS and isinstance(part, str))}


WORDS = frozenset({"title", "description"})

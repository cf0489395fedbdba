"""What can be kept of a value that was refused, so that nobody's words are lost. Pure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from onthedot.changes.kinds import Misfit, is_unwritable

if TYPE_CHECKING:
    from onthedot.changes.kinds import Kind

LARGEST_BYTES = 100 * 1024
LINES = "\n\t\r"


def keepable(kind: Kind, name: str, value: object) -> object:
    """Return the value as the field would take it, mended if it must be; if it never would, as text."""
    if value is None:
        return None
    text = _readable(value, LINES)
    for one in (value, text, _readable(value, "")):
        try:
            return kind.checked({name: one}, by_server=False)[name]
        except Misfit:
            continue
    return text


def _readable(value: object, allowed: str) -> str:
    """Return the value as text that any row can hold: no control characters but those allowed, and not too much."""
    # No sign takes less than a byte: more of them than that would be cut off again.
    text = _as_text(value)[:LARGEST_BYTES]
    signs = ("\N{REPLACEMENT CHARACTER}" if is_unwritable(sign, allowed) else sign for sign in text)
    return "".join(signs).encode()[:LARGEST_BYTES].decode(errors="ignore")


def _as_text(value: object) -> str:
    if isinstance(value, str):
        return value
    try:
        return json.dumps(value, ensure_ascii=False)
    except (RecursionError, ValueError):
        return ""

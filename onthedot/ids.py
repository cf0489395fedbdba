"""Identifiers: who made them, and how they are derived."""

import os
import time
from typing import NewType
from uuid import UUID, uuid5

PersonId = NewType("PersonId", UUID)
SpaceId = NewType("SpaceId", UUID)
EntityId = NewType("EntityId", UUID)
EventId = NewType("EventId", UUID)

NAMESPACE = UUID("5f0c2a4e-6f6e-5468-8564-6f740000d075")
"""The root of every id that is derived from others."""


def new_id() -> UUID:
    """Return a UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then 74 random bits."""
    random = int.from_bytes(os.urandom(10))
    milliseconds = time.time_ns() // 1_000_000
    high = (milliseconds & 0xFFFF_FFFF_FFFF) << 80 | 0x7 << 76 | (random >> 68) << 64
    return UUID(int=high | 0b10 << 62 | (random & 0x3FFF_FFFF_FFFF_FFFF))


def derived_id(*parts: object) -> UUID:
    """Return the same UUIDv5 for the same parts; name the space among them where one exists."""
    return uuid5(NAMESPACE, ":".join(map(str, parts)))

"""Kinds of rows: which fields a row may have, who may write them, and what it hangs on."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, NoReturn
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})", re.ASCII)
"""What every browser reads too: Python alone would also take weeks, and times without a colon."""
YEARS = range(1900, 3000)
"""Beyond them, a zone or a reminder of many days would lead out of the calendar that computers have."""
KEPT = frozenset({"created_at", "updated_at", "completed_at", "deleted_at", "deleted_with"})


class Misfit(Exception):
    """What was asked for cannot be: the field, and a sentence that says what to do instead."""

    def __init__(self, name: str, reason: str) -> None:
        """Name the field (or "kind", "life" …) and go on from there: "must be …"."""
        # Any device may have made the name up, and PostgreSQL keeps no text with a NUL in it.
        self.field = name if name.isprintable() else ascii(name)
        super().__init__(f"{self.field} {reason}")


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `check` returns the value as it is kept, or raises ValueError with "must be …".

    A field that `refers_to` kinds names a row of one of them, and is cleared when that row is gone. Differing values
    of `noise` are not worth a person's attention. What is `server_only` no device may write.
    """

    check: Callable[[object], object]
    required: bool = False
    refers_to: tuple[str, ...] = ()
    noise: bool = False
    server_only: bool = False


@dataclass(frozen=True, slots=True)
class Elements:
    """A list kept as fields of their own, `prefix:<id>`, so that two devices that each add one keep both."""

    check: Callable[[object], object]
    limit: int


@dataclass(frozen=True, slots=True)
class Kind:
    """What rows of one name may hold; `hangs_on` are the references whose row takes this one along into the Trash."""

    name: str
    fields: Mapping[str, Field]
    elements: Mapping[str, Elements] = field(default_factory=dict[str, Elements])
    hangs_on: tuple[str, ...] = ()
    creatable: bool = True
    deletable: bool = True
    completable: bool = False

    def checked(self, given: Mapping[str, object], *, by_server: bool) -> dict[str, object]:
        """Return the values as they are kept.

        Raises:
            Misfit: there is no such field, it is not the author's to write, or the value does not fit.
        """
        return {name: self._checked_value(name, value, by_server=by_server) for name, value in given.items()}

    def require(self, given: Mapping[str, object]) -> None:
        """Refuse a new row that lacks what each row of this kind has.

        Raises:
            Misfit: a required field is missing.
        """
        for name, spec in self.fields.items():
            if spec.required and given.get(name) is None:
                raise Misfit(name, f"is missing: a new {self.name} needs one")

    def is_noise(self, name: str) -> bool:
        """Tell whether two values of the field that differ leave nobody anything to decide."""
        spec = self.fields.get(name)
        return spec is not None and spec.noise

    def refers_to(self, name: str) -> tuple[str, ...]:
        """Return the kinds of rows that the field may name, none if it is no reference."""
        spec = self.fields.get(name)
        return () if spec is None else spec.refers_to

    def _checked_value(self, name: str, value: object, *, by_server: bool) -> object:
        spec = self.fields.get(name)
        if spec is None:
            return self._checked_element(name, value)
        if spec.server_only and not by_server:
            raise Misfit(name, "is written by the server alone; leave it out")
        if value is not None:
            return _fitting(name, value, spec.check)
        if spec.required:
            raise Misfit(name, f"cannot be cleared: each {self.name} has one")
        return None

    def _checked_element(self, name: str, value: object) -> object:
        prefix, colon, element = name.partition(":")
        spec = self.elements.get(prefix)
        if spec is None or not colon:
            raise Misfit(name, _not_writable(self.name, name))
        _fitting(name, element, identifier)
        return None if value is None else _fitting(name, value, spec.check)

    def check_counts(self, values: Mapping[str, object]) -> None:
        """Refuse more elements than a row may have.

        Raises:
            Misfit: there are too many.
        """
        for prefix, spec in self.elements.items():
            count = sum(1 for name, value in values.items() if value is not None and name.startswith(f"{prefix}:"))
            if count > spec.limit:
                raise Misfit(prefix, f"may be {spec.limit} at most")


def _fitting(name: str, value: object, check: Callable[[object], object]) -> object:
    try:
        return check(value)
    except ValueError as error:
        raise Misfit(name, str(error)) from None


def _not_writable(kind: str, name: str) -> str:
    if name in KEPT:
        return "is kept by the server; leave it out"
    return f"is not a field of a {kind}"


def identifier(value: object) -> str:
    """Return the uuid in lower case."""
    try:
        return str(UUID(str(value))) if isinstance(value, str) and len(value) == UUID_LENGTH else _must("a uuid")
    except ValueError:
        return _must("a uuid")


def text(shortest: int, longest: int, *, lines: bool = False) -> Callable[[object], object]:
    """Return a check of text that is `shortest` to `longest` characters long, of one line unless `lines`."""

    def check(value: object) -> str:
        if not isinstance(value, str):
            return _must("text")
        kept = value if lines else value.strip()
        if not shortest <= len(kept) <= longest:
            return _must(f"{shortest} to {longest} characters long, it has {len(kept)}")
        if _forbidden(kept, "\n\t\r" if lines else ""):
            return _must("free of control characters")
        return kept

    return check


def text_bytes(longest: int) -> Callable[[object], object]:
    """Return a check of text of several lines that takes at most `longest` bytes as UTF-8."""
    inner = text(0, longest, lines=True)

    def check(value: object) -> object:
        kept = inner(value)
        if len(str(kept).encode()) > longest:
            return _must(f"at most {longest} bytes long")
        return kept or None

    return check


def whole(least: int, most: int) -> Callable[[object], object]:
    """Return a check of a whole number."""

    def check(value: object) -> object:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            return _must(f"a whole number from {least} to {most}")
        return value

    return check


def one_of(*choices: object) -> Callable[[object], object]:
    """Return a check of a choice."""

    def check(value: object) -> object:
        return value if value in choices else _must(f"one of {', '.join(map(str, choices))}")

    return check


def instant(value: object) -> str:
    """Return the instant as it was given: RFC 3339, with `Z` or an offset."""
    try:
        if isinstance(value, str) and INSTANT.fullmatch(value) and datetime.fromisoformat(value).year in YEARS:
            return value
    except ValueError:
        pass
    return _must("an instant like 2026-11-24T16:00:00Z")


def rank(value: object) -> str:
    """Return the place in a manual order: up to 64 characters of base 62, compared byte by byte."""
    if isinstance(value, str) and re.fullmatch(r"[0-9A-Za-z]{1,64}", value):
        return value
    return _must("1 to 64 letters and digits")


def anything(value: object) -> object:
    """Return what the server itself wrote."""
    return value


def is_unwritable(sign: str, allowed: str) -> bool:
    """Tell whether it is a control character, or half of one, that no text may have."""
    return sign not in allowed and unicodedata.category(sign) in _UNWRITABLE


def _forbidden(value: str, allowed: str) -> bool:
    return any(is_unwritable(sign, allowed) for sign in value)


def _must(what: str) -> NoReturn:
    raise ValueError(f"must be {what}")


_UNWRITABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
UUID_LENGTH = 36

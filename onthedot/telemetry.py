"""How Onthedot speaks to those who run it: one line of JSON each, with fields, and nothing that people wrote."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

OWN = Path(__file__).resolve().parent.parent
STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "color_message"}


def set_up_logs() -> None:
    """Send all log lines of this process to stderr as JSON."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)


class JsonLines(logging.Formatter):
    """One line of JSON per record.

    An error is its type and where it was: what an exception says may quote a title, an address or a secret. For the
    same reason only the first line of a message counts: below it, asyncio shows the exception of a task.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as a line."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage().strip().partition("\n")[0],
            **{name: value for name, value in vars(record).items() if name not in STANDARD},
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = _described(record.exc_info[1])
        return json.dumps(line, default=str)


def _described(error: BaseException) -> list[dict[str, object]]:
    """Return the error and what it came from, the first cause last."""
    described: list[dict[str, object]] = []
    cause: BaseException | None = error
    while cause is not None and len(described) < 10:  # noqa: PLR2004 - deeper than anybody reads
        described.append(_one(cause))
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return described


def _one(error: BaseException) -> dict[str, object]:
    frames = traceback.extract_tb(error.__traceback__)
    one: dict[str, object] = {
        "type": f"{type(error).__module__}.{type(error).__qualname__}",
        "at": [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames],
    }
    code = getattr(error, "sqlstate", None)
    return one | ({"sqlstate": code} if code else {})


def _short(path: str) -> str:
    """Return the path from our folder on, or the file's name and its folder."""
    whole = Path(path)
    return str(whole.relative_to(OWN)) if whole.is_relative_to(OWN) else str(Path(*whole.parts[-2:]))

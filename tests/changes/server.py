"""The server as devices know it: the merge over rows in memory, a sequence, and a memory of what it answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from onthedot.changes import merge as merging
from onthedot.changes.merge import Author, Outcome
from onthedot.changes.mutation import Mutation
from onthedot.changes.rows import Row
from onthedot.roles import RULES
from tests.changes.broken import must
from tests.changes.wire import Batch, Request, Sent
from tests.changes.witness import Witness

Write = tuple[Author, list[Mutation]]


class Rewound(Exception):
    """The cursor is from before the Trash was emptied: push what waits, then pull from the start."""


@dataclass
class Server:
    """One person's space; `now` is the server's clock in milliseconds, `log` each write, or None for a purge."""

    now: int
    rows: dict[str, Row] = field(default_factory=dict[str, Row])
    witness: Witness = field(default_factory=Witness)
    sequence: int = 0
    floor: int = 0
    log: list[tuple[Author, list[Mutation]] | None] = field(
        default_factory=list["tuple[Author, list[Mutation]] | None"]
    )
    heard: dict[str, int] = field(default_factory=dict[str, int])
    answers: dict[tuple[str, int], tuple[str, Outcome]] = field(
        default_factory=dict[tuple[str, int], tuple[str, Outcome]]
    )

    def push(self, request: Request) -> Batch | None:
        """Apply what is new, in its order and once; return what open devices are sent, None if that is nothing."""
        last = self.heard.get(request.client, 0)
        numbers = [sent.mutation.n for sent in request.sent]
        if not numbers or numbers[0] > last + 1:
            return None
        self._check_repeats(request, last)
        fresh = [sent for sent in request.sent if sent.mutation.n > last]
        since = self.sequence
        author = Author(request.client, self.now, skew=self.now - request.client_now)
        self._write(fresh, author)
        self.heard[request.client] = max(last, numbers[-1])
        return self._after(since, {request.client: self.heard[request.client]})

    def edit_here(self, sent: Sent) -> Batch:
        """Apply a change by REST, whose author had seen a version or counts as seeing the present."""
        since = self.sequence
        author = Author(sent.client, self.now, sees_present=sent.version is None, seen=sent.version)
        self._write([sent], author)
        return self._after(since)

    def apply(self, sent: Sent, author: Author) -> Outcome:
        """Merge one mutation under the eyes of the witness."""
        before = {id: row.copy() for id, row in self.rows.items()}
        outcome = merging.merge(self.rows, sent.mutation, kinds=RULES.kinds, author=author)
        self.answers[sent.client, sent.mutation.n] = sent.mutation.id, outcome
        self.witness.watch(sent, outcome, before=before, after=self.rows, now=self.now)
        return outcome

    def pull(self, client: str, cursor: int | None, limit: int) -> Batch:
        """Return the next page after the cursor, None for the start.

        Raises:
            Rewound: rows after the cursor were purged.
        """
        if cursor is not None and cursor < self.floor:
            raise Rewound
        since = cursor or 0
        rows = self._rows_after(since)
        page, more = rows[:limit], len(rows) > limit
        to = page[-1].sequence if more else self.sequence
        heard = {} if more else {client: self.heard.get(client, 0)}
        return Batch(since, to, tuple(row.to_json() for row in page), heard, self.now, more)

    def purge(self) -> None:
        """Empty the Trash for good."""
        self.log.append(None)
        for row in [row for row in self.rows.values() if not row.alive]:
            self.floor = max(self.floor, row.sequence)
            self.witness.forget(row.id)
            del self.rows[row.id]

    def _check_repeats(self, request: Request, last: int) -> None:
        """A repeated mutation is known by its number and id, and so is its answer."""
        for sent in request.sent:
            if sent.mutation.n <= last:
                id, _ = self.answers[request.client, sent.mutation.n]
                must(id == sent.mutation.id, "a number is one mutation", sent.mutation)

    def _write(self, all_sent: list[Sent], author: Author) -> None:
        if all_sent:
            self.log.append((author, [sent.mutation for sent in all_sent]))
        outcomes = [self.apply(sent, author) for sent in all_sent]
        for id in dict.fromkeys(id for outcome in outcomes for id in outcome.changed):
            self.sequence += 1
            self.rows[id].sequence = self.sequence

    def _after(self, since: int, heard: Mapping[str, int] = MappingProxyType({})) -> Batch:
        rows = tuple(row.to_json() for row in self._rows_after(since))
        return Batch(since, self.sequence, rows, heard)

    def _rows_after(self, since: int) -> list[Row]:
        return sorted((row for row in self.rows.values() if row.sequence > since), key=lambda row: row.sequence)

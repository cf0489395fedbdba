"""Clients that write and do not give up: what they sent is sent again, the same, until it is acknowledged."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import aiohttp

PASSWORD = "correct horse battery"
PATIENCE_SECONDS = 40
RETRY_SECONDS = 0.05
LOST_EACH = 10
"""One answer in so many does not arrive, so that what is done already is sent again, kill or no kill."""


@dataclass
class Ada:
    """Ada's browser; `acknowledged` are the ids of her tasks that the server said are there, by title."""

    session: aiohttp.ClientSession
    acknowledged: dict[str, str] = field(default_factory=dict[str, str])
    cuts: int = 0
    answers: int = 0
    faults: list[str] = field(default_factory=list[str])

    async def sign_up(self, link: str) -> None:
        """Become the owner."""
        wanted = {"email": "ada@example.org", "name": "Ada", "password": PASSWORD, "zone": "UTC", "link": link}
        await self.post("/api/sign-up", wanted)

    async def post(self, path: str, body: object, **headers: str) -> Any:  # noqa: ANN401 - JSON
        """Send it until it is acknowledged, through cuts, lost answers and 503; anything else is a fault."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            try:
                async with self.session.post(path, json=body, headers=headers) as answer:
                    self.answers += 1
                    if answer.status < 300 and self.answers % LOST_EACH:
                        return await answer.json()
                    if answer.status == 503:
                        self.cuts += 1
                    elif answer.status >= 300:
                        self.faults.append(f"{answer.status}: {await answer.text()}")
            except (aiohttp.ClientError, OSError):
                self.cuts += 1
            await asyncio.sleep(RETRY_SECONDS)
        raise AssertionError(f"{path} was not acknowledged within {PATIENCE_SECONDS} s; {self.faults[:3]}")

    async def write_by_rest(self, titles: Sequence[str]) -> None:
        """Make the tasks one after the other, each under a key of its own."""
        for title in titles:
            task = await self.post("/api/tasks", {"title": title}, **{"idempotency-key": str(uuid4())})
            self.acknowledged[title] = task["id"]

    async def write_by_sync(self, titles: Sequence[str], *, together: int = 5) -> None:
        """Make the tasks as a device does, some at a time, under the device's numbers."""
        device = Device(self)
        for start in range(0, len(titles), together):
            made = {title: str(uuid4()) for title in titles[start : start + together]}
            await device.push(*(device.create(id, title=title) for title, id in made.items()))
            self.acknowledged |= made

    async def pull(self) -> list[dict[str, Any]]:
        """Return all rows, as a new device gets them."""
        device, rows, more = Device(self), list[dict[str, Any]](), True
        while more:
            answer = await device.push()
            rows += answer["rows"]
            more = answer["more"]
        return rows


class Device:
    """A device that counts its mutations, and says where it stands."""

    def __init__(self, ada: Ada) -> None:
        self._ada = ada
        self._client = str(uuid4())
        self._n = 0
        self._cursor: str | None = None

    def create(self, id: str, **fields: object) -> dict[str, Any]:
        """Return the next mutation, which makes a task."""
        self._n += 1
        clock = [int(time.time() * 1000), 0]
        given = {"n": self._n, "id": str(uuid4()), "op": "create", "kind": "task", "entity": id}
        return given | {"clock": clock, "set": fields}

    async def push(self, *mutations: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON
        """Send the mutations, and return the answer, in which each is dealt with."""
        sent = {"client": self._client, "client_now": int(time.time() * 1000), "mutations": mutations}
        answer = await self._ada.post("/api/sync", sent | {"cursor": self._cursor})
        assert [result["status"] for result in answer["results"]] == ["ok"] * len(mutations)
        self._cursor = answer["cursor"]
        return answer

import asyncio
import os
import signal
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from httpx import Response

from onthedot.ports.postgres import PostgresServer
from tests.running.program import Up, up

BACK_SECONDS = 5.0


def _postmaster(data_dir: Path) -> int:
    return int((data_dir / "postgres" / "data" / "postmaster.pid").read_text().split()[0])


async def _write(running: Up, title: str) -> Response:
    return await running.browser.post("/api/tasks", json={"title": title})


async def test_after_a_killed_postgres_writes_are_asked_to_wait_and_go_on_within_five_seconds(tmp_path: Path) -> None:
    async with up(data_dir=tmp_path) as running:
        await running.sign_up()
        assert (await _write(running, "Before")).status_code == 201

        os.kill(_postmaster(tmp_path), signal.SIGKILL)
        killed = time.monotonic()
        answers = [await _write(running, "Meanwhile")]
        while answers[-1].status_code != 201:
            assert time.monotonic() - killed < 60
            await asyncio.sleep(0.02)
            answers.append(await _write(running, "Meanwhile"))
        away_seconds = time.monotonic() - killed

        assert {answer.status_code for answer in answers[:-1]} == {503}
        assert {answer.headers["retry-after"] for answer in answers[:-1]} == {"2"}
        listed = (await running.browser.get("/api/tasks")).json()["items"]
        assert sorted(task["title"] for task in listed) == ["Before", "Meanwhile"]
        assert away_seconds < BACK_SECONDS


async def test_a_reminder_that_was_due_while_postgres_was_away_is_told_once_it_is_back(tmp_path: Path) -> None:
    async with up(data_dir=tmp_path) as running:
        await running.sign_up()
        at = (datetime.now(UTC) + timedelta(seconds=1)).isoformat()
        made = await running.browser.post("/api/tasks", json={"title": "Tea", "reminders": [{"at": at}]})
        assert made.status_code == 201

        os.kill(_postmaster(tmp_path), signal.SIGKILL)

        async with asyncio.timeout(30):
            while not (notices := await _notices(running)):
                await asyncio.sleep(0.05)
        assert [notice["title"] for notice in notices] == ["Tea"]


async def _notices(running: Up) -> list[dict[str, str]]:
    answer = await running.browser.get("/api/notices")
    return answer.json()["items"] if answer.status_code == 200 else []


async def test_who_asks_it_to_end_ends_postgres_too(tmp_path: Path) -> None:
    async with up(data_dir=tmp_path) as running:
        assert await running.stop() == 0
    assert not PostgresServer(tmp_path / "postgres").is_alive()

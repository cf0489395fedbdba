"""Timers of others, each as its documentation says: 1,000 jobs scattered at random, each leaves a row when it is run.

python timers.py apscheduler|pgqueuer|procrastinate postgresql://… SECONDS
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import asyncpg
import procrastinate
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from pgqueuer import PgQueuer
from pgqueuer.db import AsyncpgPoolDriver
from pgqueuer.models import Job
from pgqueuer.queries import Queries
from sqlalchemy import create_engine, text

JOBS = 1000
AHEAD_SECONDS = 20
"""Some take long to be told."""

FIRED = "create table fired (due timestamptz)"
DSN = sys.argv[2]
engine = create_engine(DSN.replace("postgresql:", "postgresql+psycopg:"), pool_size=10)


def main() -> None:
    """Run one of them until all have been run."""
    dues = _dues(float(sys.argv[3]))
    if sys.argv[1] == "apscheduler":
        _apscheduler(dues)
    else:
        asyncio.run({"pgqueuer": _pgqueuer, "procrastinate": _procrastinate}[sys.argv[1]](dues))


def _dues(seconds: float) -> list[datetime]:
    start = datetime.now(UTC) + timedelta(seconds=AHEAD_SECONDS)
    return sorted(start + timedelta(seconds=random.uniform(0, seconds)) for _ in range(JOBS))  # noqa: S311


def note(due: str) -> None:
    """Do what is due."""
    with engine.begin() as connection:
        connection.execute(text("insert into fired values (cast(:due as timestamptz))"), {"due": due})


def _apscheduler(dues: list[datetime]) -> None:
    with engine.begin() as connection:
        connection.execute(text(FIRED))
    scheduler = BackgroundScheduler(jobstores={"default": SQLAlchemyJobStore(engine=engine)}, timezone=UTC)
    scheduler.start(paused=True)
    for due in dues:
        scheduler.add_job(note, "date", run_date=due, args=[due.isoformat()], misfire_grace_time=None)
    scheduler.resume()
    while True:
        with engine.begin() as connection:
            if connection.execute(text("select count(*) from fired")).scalar() == JOBS:
                break
        time.sleep(0.5)
    scheduler.shutdown()


async def _pgqueuer(dues: list[datetime]) -> None:
    async with asyncpg.create_pool(DSN, min_size=4) as pool:
        await pool.execute(FIRED)
        driver = AsyncpgPoolDriver(pool)
        queries = Queries(driver)
        await queries.install()
        queue = PgQueuer(driver)

        @queue.entrypoint("note")
        async def noted(job: Job) -> None:
            await pool.execute("insert into fired values ($1::text::timestamptz)", (job.payload or b"").decode())

        now = datetime.now(UTC)
        payloads = [due.isoformat().encode() for due in dues]
        await queries.enqueue(["note"] * JOBS, payloads, [0] * JOBS, [due - now for due in dues])
        await _until_all(pool, queue.run)


async def _procrastinate(dues: list[datetime]) -> None:
    async with asyncpg.create_pool(DSN) as pool:
        await pool.execute(FIRED)
        app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=DSN))

        @app.task
        async def noted(due: str) -> None:
            await pool.execute("insert into fired values ($1::text::timestamptz)", due)

        async with app.open_async():
            await app.schema_manager.apply_schema_async()
            await asyncio.gather(*(noted.configure(schedule_at=due).defer_async(due=due.isoformat()) for due in dues))
            await _until_all(pool, lambda: app.run_worker_async(concurrency=10, install_signal_handlers=False))


async def _until_all(pool: asyncpg.Pool, run: Callable[[], Awaitable[None]]) -> None:
    """Run the worker until all was noted."""
    worker = asyncio.ensure_future(run())
    while await pool.fetchval("select count(*) from fired") < JOBS:
        await asyncio.wait([worker], timeout=0.5)
        if worker.done():
            await worker
    worker.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await worker


if __name__ == "__main__":
    logging.basicConfig(level=logging.ERROR)
    sys.modules["timers"] = sys.modules["__main__"]
    note.__module__ = "timers"
    main()

"""Q1: create a task over HTTP at 16 clients, fsync on, against its statements alone and against the ordinary app."""

from __future__ import annotations

import asyncio
import json

from bench import statements
from bench.load import CLIENTS, Route, transactions_per_second
from bench.measure import in_turn, tell
from bench.onthedot_up import new_database, onthedot_up, people
from bench.ordinary_app import ordinary_app

PEOPLE = 64
TASK = json.dumps({"title": "Call the landlord about the boiler", "priority": 2, "due": {"at": "2030-01-15T09:00"}})


def main() -> None:
    """Measure, and print one line of JSON."""
    with onthedot_up() as running:
        secrets = people(running, PEOPLE)
        alone = new_database(running, "alone", migrated=True)
        people(running, PEOPLE, "alone")
        asyncio.run(statements.make_countable(alone))
        with ordinary_app(new_database(running, "ordinary"), secrets) as ordinary:
            ours = Route(running.origin, "POST", "/api/tasks", secrets, TASK)
            peer = Route(ordinary, "POST", "/api/tasks", secrets, TASK)
            ours.load(seconds=1)
            script = statements.create(running.postgres.dsn(), people=PEOPLE)
            figures = in_turn(
                ours.per_second,
                {"pgbench": lambda: transactions_per_second(script, alone), "ordinary": peer.per_second},
            )
            one = Route(running.origin, "POST", "/api/tasks", secrets[:1], TASK).load()
    tell(
        "Q1",
        unit="creates/s",
        clients=CLIENTS,
        people=PEOPLE,
        load="wrk",
        **figures,
        one_space={"per_second": one["per_second"], "p99_ms": one["p99_ms"], "refused": one["bad"]},
    )


if __name__ == "__main__":
    main()

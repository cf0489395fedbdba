"""Q2: list 50 tasks over HTTP at 16 clients, against the same statements alone and against the ordinary app."""

from __future__ import annotations

import asyncio
import json

from bench import statements
from bench.load import CLIENTS, Route, transactions_per_second
from bench.measure import in_turn, tell
from bench.onthedot_up import new_database, onthedot_up, people
from bench.ordinary_app import ordinary_app

PEOPLE, TASKS = 16, 60
TASK = json.dumps({"title": "Call the landlord about the boiler", "priority": 2, "due": {"at": "2030-01-15T09:00"}})


def main() -> None:
    """Measure, and print one line of JSON."""
    with onthedot_up() as running:
        secrets = people(running, PEOPLE)
        with ordinary_app(new_database(running, "ordinary"), secrets) as ordinary:
            for origin in (running.origin, ordinary):
                Route(origin, "POST", "/api/tasks", secrets, TASK).each(TASKS)
            asyncio.run(statements.make_countable(running.postgres.dsn()))
            script = statements.read_fifty(people=PEOPLE)
            figures = in_turn(
                Route(running.origin, "GET", "/api/tasks", secrets).per_second,
                {
                    "pgbench": lambda: transactions_per_second(script, running.postgres.dsn()),
                    "ordinary": Route(ordinary, "GET", "/api/tasks", secrets).per_second,
                },
            )
    tell("Q2", unit="lists of 50/s", clients=CLIENTS, people=PEOPLE, load="wrk", **figures)


if __name__ == "__main__":
    main()

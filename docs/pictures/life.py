"""What Ada has to do, around a moment."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from playwright.async_api import APIRequestContext, expect

ZONE = "Europe/Berlin"
PROJECTS = {"Home": "fern", "Work": "sky", "Choir": "plum", "Garden": "olive", "Health": "brick"}
NOTES = """\
Saturday 12 December, **St Anne's**, doors at 18:30.

- the organ is free from 16:00
- Noor brings the *lights*
"""


@dataclass(frozen=True)
class Todo:
    """A task: `day` counts from today, `done` is the wall time of today at which it was done."""

    title: str
    day: int | None = None
    at: str | None = None
    project: str | None = None
    done: str | None = None
    parent: str | None = None
    more: dict[str, Any] = field(default_factory=dict[str, Any])


def before(*lengths: str) -> list[dict[str, str]]:
    """Return reminders so long before the due time."""
    return [{"before": length} for length in lengths]


TODOS = (
    Todo("Return the library books", -1, project="Home"),
    Todo("Book the train to Ghent", -2, project="Choir", more={"priority": 2}),
    Todo("Water the ferns", 0, "08:00", "Home", done="08:10"),
    Todo("Send the offer to Ruiz & Co.", 0, "09:00", "Work", done="08:52", more={"priority": 1}),
    Todo("Pay the electricity bill", 0, project="Home", done="09:31"),
    Todo("Draft the agenda for Thursday", 0, project="Work", more={"priority": 2}),
    Todo("Pick mint for tonight", 0, project="Garden"),
    Todo(
        "Call the landlord about the heating",
        *(0, "10:45", "Home"),
        more={"priority": 1, "tags": ["phone"], "reminders": before("PT10M")},
    ),
    Todo("Lunch with Noor", 0, "12:30", more={"reminders": before("PT30M")}),
    Todo("Review Sam's draft", 0, "14:00", "Work", more={"priority": 2, "tags": ["deep work"]}),
    Todo("Pick up the cello", 0, "16:45", "Choir", more={"tags": ["errands"], "reminders": before("PT1H")}),
    Todo("Choir practice", 0, "18:30", "Choir", more={"reminders": before("PT1H")}),
    Todo("Ring grandmother", 0, "20:00", more={"tags": ["phone"]}),
    Todo(
        "Plan the winter concert",
        *(1, "17:00", "Choir"),
        more={"priority": 1, "notes": NOTES, "tags": ["deep work"], "reminders": before("PT2H", "PT10M")},
    ),
    Todo("Ask St Anne's for the key", project="Choir", parent="Plan the winter concert", done="10:05"),
    Todo("Order candles and programmes", project="Choir", parent="Plan the winter concert", done="10:20"),
    Todo("Seating for the brass", project="Choir", parent="Plan the winter concert"),
    Todo("Find a page turner", project="Choir", parent="Plan the winter concert"),
    Todo("Stand-up", 1, "09:30", "Work"),
    Todo("Buy oat milk and lemons", 1, project="Home", more={"tags": ["errands"]}),
    Todo("Team meeting", 2, "11:00", "Work", more={"priority": 3, "reminders": before("PT10M")}),
    Todo("Prune the roses", 2, project="Garden"),
    Todo("Renew the passport", 3, project="Home", more={"priority": 2, "tags": ["errands"]}),
    Todo("Flu shot", 3, "16:20", "Health", more={"reminders": before("P1D", "PT1H")}),
    Todo("Brunch at Sam's", 4, "11:00"),
    Todo("Clean the bike chain", 5, project="Home"),
    Todo("Quarterly figures", 6, project="Work", more={"priority": 1}),
    Todo("Read the lease"),
    Todo("Ideas for Noor's birthday"),
)


async def live(request: APIRequestContext, address: str, moment: datetime) -> None:
    """Make the projects and tasks, and do today what is done."""
    headers = {"origin": address, "content-type": "application/json"}

    async def send(path: str, body: object) -> Any:  # noqa: ANN401 - JSON
        answer = await request.post(address + path, data=body, headers=headers)
        await expect(answer).to_be_ok()
        return await answer.json()

    projects = {name: await send("/api/projects", {"name": name, "color": color}) for name, color in PROJECTS.items()}
    ids: dict[str, str] = {}
    for todo in TODOS:
        body = {"title": todo.title, "due": due_of(todo, moment), **todo.more}
        body["project"] = projects[todo.project]["id"] if todo.project else None
        body["parent"] = ids[todo.parent] if todo.parent else None
        ids[todo.title] = (await send("/api/tasks", body))["id"]
    done = [(ids[todo.title], at_of(moment, 0, todo.done)) for todo in TODOS if todo.done]
    await send("/api/sync", push_of(done))


def due_of(todo: Todo, moment: datetime) -> dict[str, str] | None:
    """Return when it is due, by the day or the minute."""
    if todo.day is None:
        return None
    if todo.at is None:
        return {"date": f"{moment + timedelta(days=todo.day):%Y-%m-%d}"}
    return {"at": f"{at_of(moment, todo.day, todo.at):%Y-%m-%dT%H:%M}"}


def at_of(moment: datetime, day: int, at: str) -> datetime:
    """Return the instant of a wall time so many days from the moment."""
    hour, minute = map(int, at.split(":"))
    return (moment + timedelta(days=day)).replace(hour=hour, minute=minute)


def push_of(done: list[tuple[str, datetime]]) -> dict[str, object]:
    """Return what a device sends that completed these tasks at those times, and was away since."""
    mutations = [
        {
            "n": n,
            "id": str(uuid4()),
            "op": "complete",
            "kind": "task",
            "entity": entity,
            "clock": [int(at.timestamp() * 1000), 0],
        }
        for n, (entity, at) in enumerate(done, 1)
    ]
    now = int(datetime.now().astimezone().timestamp() * 1000)
    return {"client": str(uuid4()), "client_now": now, "mutations": mutations}

"""What must work whichever feature was taken out. Run with the address of the database and the routes that are gone."""

import asyncio
import importlib
import pkgutil
import sys
from uuid import UUID, uuid4

import onthedot
from onthedot.app import build, make_app
from onthedot.database import Database
from onthedot.ports.bus import subscriptions
from onthedot.ports.bus_postgres import PostgresBus
from onthedot.ports.sockets import Message
from onthedot.roles import CATALOG, HEARD, OWED
from onthedot.settings import Settings
from tests.web import Browser, browser


class NoSockets:
    def emit(self, person: UUID, event: str, message: Message) -> None:
        """Tell nobody."""


async def main(dsn: str, gone: list[str]) -> None:
    for module in pkgutil.walk_packages(onthedot.__path__, "onthedot."):
        importlib.import_module(module.name)
    database = await Database.connect(dsn, owed=OWED)
    assert len(build(Settings(), database, dsn).loops) == 4
    assert make_app(Settings(), database)
    page = browser(database)
    await page.sign_up("Ada")
    await _use(page)
    served = subscriptions(HEARD, NoSockets())
    bus = PostgresBus(database, CATALOG, served)
    for subscription in served:
        await bus.serve(subscription)
    async with database.worker() as worker:
        assert await worker.fetchval("select count(*) from delivery") == 0
    for path in gone:
        assert (await page.call("GET", path)).status_code == 404, path
    await database.close()


async def _use(page: Browser) -> None:
    """Do a little of everything that is not a feature's own."""
    reminders = [{"at": "2030-01-01T09:00"}]
    made = (await page.call("POST", "/api/tasks", {"title": "Tea", "tags": ["home"], "reminders": reminders})).json()
    steps = [
        ("PATCH", f"/api/tasks/{made['id']}", {"title": "Green tea"}),
        ("POST", f"/api/tasks/{made['id']}/complete", None),
        ("POST", f"/api/tasks/{made['id']}/reopen", None),
        ("PATCH", "/api/account", {"zone": "America/New_York"}),
        ("POST", "/api/sync", {"client": str(uuid4()), "client_now": 1}),
        ("GET", "/api/tasks", None),
        ("GET", "/api/tags", None),
        ("GET", "/readyz", None),
    ]
    for method, path, body in steps:
        answer = await page.call(method, path, body)
        assert answer.status_code == 200, (method, path, answer.text)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2:]))

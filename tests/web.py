"""The application as a browser reaches it, without a network between."""

from dataclasses import dataclass

from httpx import ASGITransport, AsyncClient, Response

from onthedot.accounts.commands import create_owner_link
from onthedot.app import make_app
from onthedot.database import Database
from onthedot.settings import Settings

ORIGIN = "http://127.0.0.1:8000"
PASSWORD = "correct horse battery"


@dataclass
class Browser:
    """One browser profile, with its cookies."""

    client: AsyncClient
    database: Database

    async def call(self, method: str, path: str, body: object = None, **headers: str) -> Response:
        """Send a request as our page would."""
        headers = {"origin": ORIGIN, "content-type": "application/json"} | headers
        return await self.client.request(method, path, json=body, headers=headers)

    async def sign_up(self, name: str) -> dict[str, str]:
        """Make an account, by the first visit's link if nobody is there yet."""
        link = await create_owner_link(self.database)
        wanted = {"email": f"{name}@example.org", "name": name, "password": PASSWORD, "zone": "Europe/Berlin"}
        answer = await self.call("POST", "/api/sign-up", wanted | {"link": link})
        assert answer.status_code == 201, answer.text
        return answer.json()


async def routes(page: Browser, id: str = "0192d1f0-0000-7000-8000-00000000dead") -> list[tuple[str, str]]:
    """Return each method and path that the API says it has, about the thing with the id."""
    paths = (await page.call("GET", "/openapi.json")).json()["paths"]
    filled = {path: path.replace("{id}", id).replace("{op}", "complete") for path in paths}
    return [(method.upper(), filled[path]) for path in paths for method in paths[path]]


def browser(database: Database, **settings: str) -> Browser:
    """Return a browser that has never been here; sign-up is open unless the settings say otherwise."""
    app = make_app(Settings.model_validate({"sign_up": "open"} | settings), database)
    return Browser(AsyncClient(transport=ASGITransport(app, raise_app_exceptions=False), base_url=ORIGIN), database)

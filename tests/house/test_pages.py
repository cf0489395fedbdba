"""How the built web app is served; what it does is seen in `tests/e2e`."""

from pathlib import Path

import pytest

from onthedot import pages
from onthedot.database import Database
from tests.web import browser


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a page, a worker and an asset, served in place of the web app."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<title>page</title>")
    (tmp_path / "sw.js").write_text("// worker")
    (tmp_path / "assets" / "app-1a2b.js").write_text("// " + "word " * 1000)
    monkeypatch.setattr(pages, "web_folder", lambda: tmp_path)
    return tmp_path


async def test_assets_are_kept_for_ever_and_sent_small(built: Path, database: Database) -> None:
    assert built
    answer = await browser(database).client.get("/assets/app-1a2b.js", headers={"accept-encoding": "gzip"})
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < 200


@pytest.mark.parametrize(
    ("path", "text"),
    [("/", "page"), ("/today", "page"), ("/project/1", "page"), ("/sw.js", "worker"), ("/index.html", "page")],
)
async def test_the_page_and_its_worker_are_asked_for_each_time(
    built: Path, database: Database, path: str, text: str
) -> None:
    assert built
    answer = await browser(database).client.get(path)
    assert text in answer.text
    assert answer.headers["cache-control"] == "no-cache"
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/api/nope", 404),
        ("DELETE", "/api", 404),
        ("PATCH", "/api/tasks", 405),
        ("POST", "/today", 405),
        ("HEAD", "/today", 405),
    ],
)
async def test_what_is_not_there_is_not_found_by_whatever_method(
    built: Path, database: Database, method: str, path: str, status: int
) -> None:
    assert built
    answer = await browser(database).call(method, path, {})
    assert answer.status_code == status
    assert method == "HEAD" or answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/api", "/api/nothing", "/assets/none.js", "/.env", "/.git/config", "/a/.htpasswd"])
async def test_what_is_no_page_is_no_page(built: Path, database: Database, path: str) -> None:
    assert built
    assert (await browser(database).client.get(path)).status_code == 404


async def test_nothing_outside_the_folder_is_served(built: Path, database: Database) -> None:
    (built.parent / "secret").write_text("secret")
    for path in ("/../secret", "/%2e%2e/secret", "/assets/%2e%2e/%2e%2e/secret"):
        assert "secret" not in (await browser(database).client.get(path)).text

import re
import socket
from pathlib import Path

import pytest

from onthedot.cli.address import check_address
from onthedot.database import ROLES
from onthedot.migrate import migrate
from onthedot.settings import Settings
from tests.running.conftest import Administrator
from tests.running.program import Ran, run, up


def _said(ran: Ran) -> str:
    """Return the one line that it ended with."""
    assert (ran.code, ran.out) == (1, "")
    [line] = [line for line in ran.words.splitlines() if "web app is not built" not in line]
    return line


def _is_empty(folder: Path) -> bool:
    return not list(folder.iterdir())


async def test_a_taken_port_is_told_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        refused = await run("up", port=port, data_dir=tmp_path)
    assert re.fullmatch(rf"onthedot: 127\.0\.0\.1:{port} cannot be taken .* or set ONTHEDOT_PORT\.", _said(refused))
    assert _is_empty(tmp_path)


async def test_a_folder_that_cannot_be_is_told_in_one_line() -> None:
    refused = await run("up", port=0, data_dir="/dev/null/x")
    assert re.fullmatch(
        r"onthedot: ONTHEDOT_DATA_DIR=/dev/null/x cannot be used \(Not a directory\): .*", _said(refused)
    )


async def test_on_ipv6_it_is_reached_by_the_address_that_it_says(tmp_path: Path) -> None:
    async with up(host="::1", data_dir=tmp_path) as running:
        assert str(running.browser.base_url).startswith("http://[::1]:")
        await running.sign_up()
        assert (await running.browser.get("/api/account")).status_code == 200


@pytest.mark.parametrize("command", ["up", "doctor"])
async def test_a_proxy_that_is_no_address_is_named(tmp_path: Path, command: str) -> None:
    refused = await run(command, port=0, data_dir=tmp_path, trusted_proxies="127.0.0.1, proxy.local,10.0.0.0/8")
    assert _said(refused).startswith(
        "onthedot: ONTHEDOT_TRUSTED_PROXIES: 'proxy.local' must be an address or a network"
    )


async def test_data_of_another_version_is_told_in_one_line(tmp_path: Path) -> None:
    version = tmp_path / "postgres" / "data" / "PG_VERSION"
    version.parent.mkdir(parents=True)
    version.write_text("15\n")
    refused = await run("up", port=0, data_dir=tmp_path)
    assert re.fullmatch(r"onthedot: .* was made by PostgreSQL 15, this Onthedot has 18: back up .*", _said(refused))


@pytest.mark.parametrize(
    "url", ["postgresql://ada:secret@127.0.0.1:1/tasks", "postgresql://127.0.0.1:not/tasks", "mysql://127.0.0.1/tasks"]
)
async def test_a_database_that_does_not_serve_is_told_in_one_line_without_its_password(
    tmp_path: Path, url: str
) -> None:
    refused = await run("up", port=0, data_dir=tmp_path, database_url=url)
    assert re.fullmatch(r"onthedot: the database of ONTHEDOT_DATABASE_URL does not serve .*", _said(refused))
    assert "secret" not in refused.words


async def test_nobody_is_heard_beyond_this_machine_in_clear(tmp_path: Path) -> None:
    refused = await run("up", port=0, data_dir=tmp_path, host="0.0.0.0", public_url="http://a.example")  # noqa: S104
    assert re.fullmatch(
        r"onthedot: ONTHEDOT_HOST=0\.0\.0\.0 .* set ONTHEDOT_PUBLIC_URL to its https .*", _said(refused)
    )


@pytest.mark.parametrize(
    ("host", "public_url"),
    [("127.0.0.1", None), ("::1", None), ("localhost", None), ("127.8.8.8", None), ("::", "https://tasks.example.org")],
)
def test_on_this_machine_or_by_https_anybody_may_listen(host: str, public_url: str | None) -> None:
    check_address(Settings(host=host, public_url=public_url))


async def test_a_wrong_setting_is_named(tmp_path: Path) -> None:
    refused = await run("up", data_dir=tmp_path, public_url="https://example.org/tasks")
    assert _said(refused).startswith("onthedot: ONTHEDOT_PUBLIC_URL: must be an address like https://")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("alter role onthedot_app bypassrls", "onthedot_app sees through the policies"),
        ("alter role onthedot_door superuser", "onthedot_door sees through the policies"),
        (
            "create role holder; grant holder to onthedot_worker; alter table event owner to holder",
            "onthedot_worker may act as holder, who owns tables",
        ),
        ("alter table event owner to onthedot_app", "onthedot_app may act as onthedot_app, who owns tables"),
        ("alter table event disable row level security", "event has no policies"),
    ],
)
async def test_a_database_whose_policies_do_not_hold_is_refused(
    administrator: Administrator, tmp_path: Path, fault: str, told: str
) -> None:
    await migrate(administrator.url)
    await administrator.execute(fault)

    refused = await run("up", port=0, data_dir=tmp_path, database_url=administrator.url)

    said = _said(refused)
    assert said.startswith(f"onthedot: {told}")
    for sql in re.findall(r"run `(.*)`", said):
        await administrator.execute(sql)
    await migrate(administrator.url)


async def test_a_database_of_ones_own_serves_as_well(administrator: Administrator, tmp_path: Path) -> None:
    async with up(database_url=administrator.url, data_dir=tmp_path) as running:
        await running.sign_up()
        made = await running.browser.post("/api/tasks", json={"title": "Tea"})
        assert made.status_code == 201
        listed = (await running.browser.get("/api/tasks")).json()["items"]
        assert [task["title"] for task in listed] == ["Tea"]
    assert _is_empty(tmp_path)


async def test_where_the_login_may_not_make_roles_the_administrator_is_told_what_to_run(
    administrator: Administrator,
) -> None:
    await administrator.execute("alter role keeper nocreaterole")

    said = _said(await run("migrate", database_url=administrator.url))

    assert said.startswith("onthedot: roles are missing: let the administrator of the database run: create role")
    assert all(f"create role {role} nologin; " in said for role in ROLES)
    await administrator.execute(said.partition("run: ")[2])
    await migrate(administrator.url)

import socket
from pathlib import Path
from typing import Any

from onthedot.migrate import migrate
from tests.running.conftest import Administrator
from tests.running.program import Ran, run, up


def _by_check(ran: Ran) -> dict[str, dict[str, Any]]:
    return {finding["check"]: finding for finding in ran.data}


def _wrong(ran: Ran) -> dict[str, str | None]:
    """Return the setting to fix of each thing that is wrong."""
    assert ran.code == (0 if all(finding["ok"] for finding in ran.data) else 1)
    return {finding["check"]: finding["setting"] for finding in ran.data if not finding["ok"]}


def _is_empty(folder: Path) -> bool:
    return not list(folder.iterdir())


async def test_before_the_first_start_all_is_well_and_nothing_is_made(tmp_path: Path) -> None:
    looked = await run("doctor", port=0, data_dir=tmp_path)
    assert (looked.code, looked.words) == (0, "All is well.\n")
    assert all(line.startswith("ok ") for line in looked.out.splitlines())
    assert _is_empty(tmp_path)


async def test_beside_a_running_onthedot_all_is_well(tmp_path: Path) -> None:
    async with up(data_dir=tmp_path) as running:
        port = running.browser.base_url.port
        looked = await run("doctor", "--json", port=port, data_dir=tmp_path)
        assert (await running.browser.get("/readyz")).status_code == 200
    found = _by_check(looked)
    assert _wrong(looked) == {}
    assert found["port"]["says"] == f"Onthedot answers on 127.0.0.1:{port}"
    assert set(found) == {"settings", "data", "port", "address", "database", "roles", "migrations"}


async def test_each_fault_names_the_setting_to_fix(tmp_path: Path) -> None:
    file, other = tmp_path / "file", tmp_path / "other"
    file.write_text("no folder")
    (other / "postgres" / "data").mkdir(parents=True)
    (other / "postgres" / "data" / "PG_VERSION").write_text("15\n")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        first = await run(
            "doctor", "--json", port=port, data_dir=file, public_ulr="x", database_url="postgresql://[::1]:1/"
        )
    second = await run("doctor", "--json", port=0, data_dir=other, host="0.0.0.0")  # noqa: S104

    assert _wrong(first) == {
        "settings": "ONTHEDOT_PUBLIC_ULR",
        "data": "ONTHEDOT_DATA_DIR",
        "port": "ONTHEDOT_PORT",
        "database": "ONTHEDOT_DATABASE_URL",
    }
    assert "is ONTHEDOT_PUBLIC_URL meant?" in _by_check(first)["settings"]["says"]
    assert _wrong(second) == {"address": "ONTHEDOT_PUBLIC_URL", "database": "ONTHEDOT_DATA_DIR"}


async def test_what_the_database_lacks_is_told_and_left_alone(administrator: Administrator) -> None:
    empty = await run("doctor", "--json", port=0, database_url=administrator.url)
    await migrate(administrator.url)
    await administrator.execute("alter role onthedot_app bypassrls; delete from migration where number > 1")
    faulty = await run("doctor", "--json", port=0, database_url=administrator.url)

    assert _wrong(empty) == dict.fromkeys(("roles", "migrations"), "ONTHEDOT_DATABASE_URL")
    assert _wrong(faulty) == dict.fromkeys(("roles", "migrations"), "ONTHEDOT_DATABASE_URL")
    assert "alter role onthedot_app nosuperuser nobypassrls" in _by_check(faulty)["roles"]["says"]

import os
import signal
import subprocess
import sys
from pathlib import Path

import asyncpg
import pytest

from onthedot.errors import CannotStart
from onthedot.ports.postgres import PostgresServer

HOLD = (
    "import sys,time;from onthedot.ports.postgres import PostgresServer as S;from pathlib import Path"
    ";S(Path(sys.argv[1]),durable=False).start();print('up',flush=True);time.sleep(60)"
)


async def test_data_survives_a_killed_server(tmp_path: Path) -> None:
    server = PostgresServer(tmp_path)
    server.start()
    connection = await asyncpg.connect(server.dsn())
    await connection.execute("create table kept (word text); insert into kept values ('still here')")

    os.kill(_postmaster(tmp_path), signal.SIGKILL)
    server.start()

    again = await asyncpg.connect(server.dsn())
    assert await again.fetchval("select word from kept") == "still here"
    await again.close()
    server.stop()
    assert not server.is_alive()


def test_the_last_of_two_users_ends_it(tmp_path: Path) -> None:
    first, second = PostgresServer(tmp_path, durable=False), PostgresServer(tmp_path, durable=False)
    first.start()
    second.start()

    first.stop()

    assert second.is_alive()
    second.stop()
    assert not second.is_alive()


def test_a_killed_user_leaves_no_claim(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    holder = subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(Path.cwd())})
    assert holder.stdout is not None
    holder.stdout.readline()
    server = PostgresServer(tmp_path, durable=False)
    server.start()
    holder.kill()
    holder.wait()
    holder.stdout.close()

    server.stop()

    assert not server.is_alive()


def test_a_folder_with_a_long_name_serves_too(tmp_path: Path) -> None:
    server = PostgresServer(tmp_path / ("long" * 30), durable=False)
    server.start()
    assert server.is_alive()
    server.stop()


def test_data_of_another_version_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "PG_VERSION").write_text("15\n")

    with pytest.raises(CannotStart, match=r"made by PostgreSQL 15.* has 18"):
        PostgresServer(tmp_path).start()


def _postmaster(home: Path) -> int:
    return int((home / "data" / "postmaster.pid").read_text().split()[0])

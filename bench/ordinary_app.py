"""The ordinary app as a process of its own, over a database of its own in the same PostgreSQL."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import time
from collections.abc import Generator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
START_SECONDS = 20


@contextlib.contextmanager
def ordinary_app(dsn: str, secrets: Sequence[str]) -> Generator[str]:
    """Start it for people with these sessions, and return its address."""
    port = _free_port()
    environment = os.environ | {"DSN": dsn.replace("postgresql:", "postgresql+asyncpg:"), "SECRETS": " ".join(secrets)}
    command = [str(ROOT / ".venv-bench/bin/uvicorn"), "--app-dir", str(ROOT / "bench/peers"), "ordinary:app"]
    options = ["--port", str(port), "--no-access-log", "--log-level", "warning", "--loop", "uvloop"]
    app = subprocess.Popen([*command, *options, "--http", "httptools"], env=environment)
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        app.kill()
        app.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    raise SystemExit("the ordinary app does not start")

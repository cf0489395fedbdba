"""Run every script, and write docs/benchmarks.md: what was asked, what was measured, and whether it holds."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
SCRIPTS = ("q1_create", "q2_read", "l7_device_to_device", "t1_scattered", "browser")
HEAD = """\
# What was measured

Written by `make bench`; the README quotes nothing else. Each figure is from `bench/`, where its script says what is
done. Ours and its peers ran in turn (A B A B A) over one PostgreSQL {postgres}, fsync on,
on {machine}; the load ran on the same machine.
Ratios count, since machines are noisy: each is the median over the turns.
{busy}

| goal | asked for | ours | peer | ratio | holds |
|---|---|---|---|---|---|
"""
TAIL = """
`ordinary` is `bench/peers/ordinary.py`: FastAPI, Pydantic both ways and SQLAlchemy's ORM. `pgbench` runs the very
statements of ours, prepared, without HTTP. On a busy machine milliseconds grow with what else runs, and the ratio to
pgbench is worse than on a quiet one: its sixteen backends take a larger share of the cores than our one process.

UI is the web app in a headless Chromium with 10,000 open and 50,000 done tasks, its second figure with the processor
slowed to a quarter: starts are the median of 7, the rest is what 95 of 100 do not exceed, up to what is on the screen.

```json
{lines}
```
"""


class Line(NamedTuple):
    """One goal, and what came of it."""

    goal: str
    asked: str
    ours: str
    peer: str
    ratio: str
    holds: bool


def main() -> None:
    """Run all, and write the page."""
    figures = {script: _run(script) for script in SCRIPTS}
    lines = [line for script in SCRIPTS for line in LINES[script](figures[script])]
    told = "\n".join(json.dumps(figures[script]) for script in SCRIPTS)
    page = HEAD.format(postgres="18", machine=_machine(), busy=_busy()) + "\n".join(map(_row, lines))
    (ROOT / "docs").mkdir(exist_ok=True)
    (ROOT / "docs/benchmarks.md").write_text(page + "\n" + TAIL.format(lines=told))
    for line in lines:
        print(f"{'holds' if line.holds else 'FALLS SHORT'}: {line.goal} {line.asked}: {line.ours} {line.ratio}")


def _run(script: str) -> dict[str, Any]:
    print(f"{script} …", file=sys.stderr)
    command = [sys.executable, "-m", f"bench.{script}"]
    done = subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def _quick(figures: dict[str, Any], *, of_pgbench: float) -> Iterator[Line]:
    """Yield the lines of a rate against pgbench and the ordinary app."""
    goal, ours = figures["goal"], f"{figures['ours']} {figures['unit']}"
    for peer, least in (("pgbench", of_pgbench), ("ordinary", 5)):
        ratio = figures["ratios"][peer]
        asked = f"≥ {least:.0%} of pgbench" if peer == "pgbench" else f"≥ {least} times the ordinary app"
        yield Line(goal, asked, ours, f"{peer} {figures['peers'][peer]}", f"{ratio}", ratio >= least)


def _q1(figures: dict[str, Any]) -> Iterator[Line]:
    yield from _quick(figures, of_pgbench=0.5)
    one = figures["one_space"]
    ours = f"{one['per_second']} creates/s, {one['refused']} refused"
    yield Line("Q1", "no refusal at 16 clients in one space", ours, "", "", one["refused"] == 0)


def _q2(figures: dict[str, Any]) -> Iterator[Line]:
    yield from _quick(figures, of_pgbench=0.2)


def _l7(figures: dict[str, Any]) -> Iterator[Line]:
    ours = f"p50 {figures['p50']} ms, p99 {figures['p99']} ms"
    yield Line("L7", "an edit is on the other device, p99 ≤ 30 ms", ours, "", "", figures["p99"] <= 30)


def _t1(figures: dict[str, Any]) -> Iterator[Line]:
    ours = f"p50 {figures['p50']} ms, p99 {figures['p99']} ms, least {figures['least']} ms"
    on_time = figures["p50"] <= 5 and figures["p99"] <= 20 and figures["least"] >= 0
    yield Line("T1", "late p50 ≤ 5 ms, p99 ≤ 20 ms, never early", ours, "", "", on_time)
    for peer, most in (("pgqueuer", 1 / 15), ("procrastinate", 1 / 200), ("apscheduler", 1)):
        ratio, late = figures["ratios"][peer], figures["peers"][peer]["p50"]
        yield Line("T1", f"p50 ≤ {most:.3g} of {peer}'s", ours, f"{peer} p50 {late} ms", f"{ratio}", ratio <= most)
    loaded = figures["while_16_clients_write"]
    ours = f"p50 {loaded['p50']} ms, p99 {loaded['p99']} ms"
    yield Line("T1", "never early while 16 clients write", ours, "", "", loaded["least"] >= 0)


def _browser(figures: dict[str, Any]) -> Iterator[Line]:
    """Yield a line for each budget of the web app; where there are two figures, the second is of a slowed processor."""
    for name, budget in figures["budgets"].items():
        what, _, unit = name.replace("_p95", "").rpartition("_")
        ours = _pair(figures["figures"][name])
        yield Line(
            "UI", f"{what.replace('_', ' ')} ≤ {_pair(budget)} {unit}", ours, "", "", name not in figures["missed"]
        )


def _pair(value: float | list[float]) -> str:
    return " / ".join(f"{round(one, 1):g}" for one in (value if isinstance(value, list) else [value]))


LINES = {
    "q1_create": _q1,
    "q2_read": _q2,
    "l7_device_to_device": _l7,
    "t1_scattered": _t1,
    "browser": _browser,
}


def _row(line: Line) -> str:
    return f"| {' | '.join(line[:-1])} | {'yes' if line.holds else '**no**'} |"


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, shared with other work"


def _busy() -> str:
    return f"It was busy: {os.getloadavg()[2]:.0f} processes wanted to run, on average, in the last quarter of an hour."


if __name__ == "__main__":
    main()

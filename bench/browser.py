"""The web app in a headless Chromium, with 10,000 open and 50,000 done tasks: sizes, starts, and what people do in it.

Of two figures the second is with the processor slowed to a quarter. Starts are judged by their median, the rest by what
95 of 100 do not exceed.
"""

from __future__ import annotations

import asyncio
import gzip
import os
import re
import sys
from pathlib import Path
from typing import TypeAlias

from playwright.sync_api import sync_playwright

from bench.browser_window import Figures, Profile, new_profile
from bench.many_tasks import DONE, OPEN, make_many_tasks
from bench.measure import tell
from bench.onthedot_up import onthedot_up
from onthedot.pages import web_folder

Pair: TypeAlias = tuple[float, float]

SLOWED = 4
BUDGETS: dict[str, float | Pair] = {
    "js_kb": 150,
    "css_kb": 15,
    "largest_lazy_kb": 60,
    "precache_kb": 1200,
    "warm_start_ms": (300, 1000),
    "click_to_paint_ms": (50, 100),
    "letter_to_tint_ms": (16, 50),
    "letter_to_results_ms": (50, 100),
    "switch_view_ms": (80, 200),
    "scroll_frame_ms": 33,
    "inp_ms": 100,
    "page_nodes": 1500,
    "heap_mib": 120,
    "seen_elsewhere_ms": 300,
}


def main() -> None:
    """Measure, and print one line of JSON; `ORIGIN SECRET` name a server that has the tasks, and a session there."""
    if len(sys.argv) == 3:
        report(*sys.argv[1:])
        return
    with onthedot_up() as running:
        report(running.origin, asyncio.run(make_many_tasks(running.postgres.dsn("onthedot"))))


def report(origin: str, secret: str) -> None:
    """Measure at that server with that session, and print the line."""
    with sync_playwright() as playwright, new_profile(playwright.chromium, origin, secret) as profile:
        figures: dict[str, float | Pair] = {**sizes(), **profile.first_visit()}
        figures |= pairs(_use(profile, 1), _use(profile, SLOWED))
        with new_profile(playwright.chromium, origin, secret) as other:
            other.first_visit()
            figures["seen_elsewhere_ms"] = profile.seen_in(other)
    missed = [name for name, budget in BUDGETS.items() if not _meets(figures[name], budget)]
    about = {"tasks": [OPEN, DONE], "slowed": SLOWED, "load": os.getloadavg()[0]}
    tell("browser", **about, figures=figures, budgets=BUDGETS, missed=missed)


def _use(profile: Profile, slowness: int) -> Figures:
    return profile.starts(slowness) | profile.deeds(slowness)


def pairs(plain: Figures, slowed: Figures) -> dict[str, Pair]:
    """Return both figures under each name."""
    return {name: (figure, slowed[name]) for name, figure in plain.items()}


def _meets(figure: float | Pair, budget: float | Pair) -> bool:
    figures = figure if isinstance(figure, tuple) else (figure,)
    # Where there is one budget, it is for the processor as it is.
    most = budget if isinstance(budget, tuple) else (budget,)
    return all(one <= limit for one, limit in zip(figures, most, strict=False))


def sizes() -> Figures:
    """Return what the first page loads, gzipped, and what the service worker keeps, as it lies on the disk (kB)."""
    folder = web_folder()
    if folder is None:
        raise SystemExit("The web app is not built.")
    first = {
        folder / path for path in re.findall(r'(?:src|href)="/(assets/[^"]+)"', (folder / "index.html").read_text())
    }
    scripts, sheets = set(folder.glob("assets/*.js")), {path for path in first if path.suffix == ".css"}
    kept = re.findall(r'"?url"?:\s*["`]([^"`]+)["`]', (folder / "sw.js").read_text())
    return {
        "js_kb": sum(map(_gzipped, first & scripts)) / 1000,
        "css_kb": sum(map(_gzipped, sheets)) / 1000,
        "largest_lazy_kb": max(map(_gzipped, scripts - first)) / 1000,
        "precache_kb": sum((folder / path).stat().st_size for path in kept) / 1000,
    }


def _gzipped(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), mtime=0))


if __name__ == "__main__":
    main()

"""Ours and its peers in turn, on one machine in one run: what counts is the ratio, since machines are noisy."""

from __future__ import annotations

import json
import math
import statistics
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias, cast

Contender: TypeAlias = Callable[[], float]
"""Run once, and return what was measured."""


def in_turn(ours: Contender, peers: Mapping[str, Contender], *, rounds: int = 2) -> dict[str, Any]:
    """Run A B A B A for each peer; return all figures, and by peer the median of B's neighbours' mean over B."""
    measured: list[float] = [ours()]
    found: dict[str, list[float]] = {name: [] for name in peers}
    ratios: dict[str, list[float]] = {name: [] for name in peers}
    for _ in range(rounds):
        for name, peer in peers.items():
            found[name].append(peer())
            measured.append(ours())
            ratios[name].append(statistics.mean(measured[-2:]) / found[name][-1])
    return {
        "ours": statistics.median(measured),
        "ours_each": measured,
        "peers": {name: statistics.median(each) for name, each in found.items()},
        "peers_each": found,
        "ratios": {name: statistics.median(each) for name, each in ratios.items()},
    }


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the value that so many percent do not exceed."""
    return sorted(values)[max(0, math.ceil(len(values) * percent / 100) - 1)]


def tell(goal: str, **figures: object) -> None:
    """Print the one line of JSON that a script is run for."""
    print(json.dumps({"goal": goal} | _rounded(figures)), flush=True)


def _rounded(value: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, float):
        return float(f"{value:.3g}") if abs(value) < 1000 else round(value)
    if isinstance(value, dict):
        return {name: _rounded(each) for name, each in cast("dict[str, Any]", value).items()}
    return [_rounded(each) for each in cast("list[Any]", value)] if isinstance(value, list) else value

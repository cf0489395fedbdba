"""Random schedules by the thousand: `python -m tests.changes.simulate --schedules 10000` prints what was seen."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.changes.broken import Broken
from tests.changes.schedule import Schedule

LEAST_SHARES = {
    "concurrent": 0.6,
    "edit_on_deleted": 0.4,
    "deleted_over_edit": 0.4,
    "orphaned": 0.3,
    "target_gone": 0.1,
    "cycle": 0.04,
    "refused": 0.04,
}
"""In which part of all schedules each kind of conflict must be seen: where nothing meets, everything passes."""


@dataclass
class Survey:
    """What all schedules together saw; `seen_in` counts the schedules in which a conflict is of that kind."""

    schedules: int = 0
    mutations: int = 0
    seen_in: Counter[str] = field(default_factory=Counter[str])

    def too_rare(self) -> dict[str, float]:
        """Return the kinds of conflict that were not seen often enough, with their shares."""
        shares = {kind: self.seen_in[kind] / max(self.schedules, 1) for kind in LEAST_SHARES}
        return {kind: share for kind, share in shares.items() if share < LEAST_SHARES[kind]}


def survey(seeds: Iterable[int], *, devices: int = 3) -> Survey:
    """Run the schedules of the seeds, and count what was seen.

    Raises:
        Broken: a property does not hold; a note names the seed.
    """
    seen = Survey()
    for seed in seeds:
        try:
            server = Schedule.of(seed, devices).run()
        except Exception as error:
            error.add_note(f"seed {seed}, {devices} devices")
            raise
        seen.schedules += 1
        seen.mutations += len(server.answers)
        seen.seen_in.update(set(server.witness.kinds))
    return seen


def main() -> int:
    """Run as many schedules as were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schedules", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    given = parser.parse_args()
    started = time.monotonic()
    try:
        seen = survey(range(given.first, given.first + given.schedules))
    except Broken as broken:
        sys.stderr.write("\n".join((str(broken), *broken.__notes__, "")))
        return 1
    shares = {kind: round(count / seen.schedules, 3) for kind, count in sorted(seen.seen_in.items())}
    seconds = round(time.monotonic() - started, 1)
    told = {"schedules": seen.schedules, "mutations": seen.mutations, "seen_in": shares, "seconds": seconds}
    sys.stdout.write(json.dumps(told) + "\n")
    return 1 if seen.too_rare() else 0


if __name__ == "__main__":
    sys.exit(main())

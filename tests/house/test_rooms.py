"""A feature is taken out by deleting its folder, and the lines of `roles.py` and `app.py` that name it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from onthedot.database import Database

ROOT = Path(__file__).resolve().parents[2]

FEATURES = {
    "activity": r"onthedot\.activity\.|activity_router",
    "notifications": r"onthedot\.notifications[. ]|notices_router|notice_events|write_notice|NoticeCreated|NOTICE",
    "reminders": r"onthedot\.reminders\.|plan_alarms|plan_all",
    "realtime": r"onthedot\.realtime\.|Broadcast|ShowNotice|heads",
}
"""For each folder, the names that it gives to the two tables."""
ROUTES = {"activity": ["/api/activity"], "notifications": ["/api/notices"]}
"""The routes of a feature that has some."""


@pytest.mark.parametrize("feature", FEATURES)
def test_without_a_feature_the_rest_works(feature: str, database: Database, migrated: str, tmp_path: Path) -> None:
    del database  # empties what the other process leaves
    shutil.copytree(ROOT / "onthedot", tmp_path / "onthedot", ignore=shutil.ignore_patterns("__pycache__", feature))
    for table in ("roles.py", "app.py"):
        _cut(tmp_path / "onthedot" / table, FEATURES[feature])
    assert not (tmp_path / "onthedot" / feature).exists()

    done = subprocess.run(
        [sys.executable, "-m", "tests.house.smoke", migrated, *ROUTES.get(feature, [])],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]


def _cut(file: Path, names: str) -> None:
    """Delete the lines that have one of the names."""
    lines = file.read_text(encoding="utf8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not re.search(names, line)), encoding="utf8")

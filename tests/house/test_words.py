import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2] / "onthedot"


def test_a_class_has_a_name_of_its_own() -> None:
    files = ROOT.rglob("*.py")
    names = Counter(
        name for file in files for name in re.findall(r"^class (\w+)", file.read_text("utf8"), re.MULTILINE)
    )
    assert [name for name, count in names.items() if count > 1] == []

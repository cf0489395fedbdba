"""Which passwords are guessed first: those made of a few pieces that everybody uses. Pure, and needs no network.

Lists of breached passwords are, above ten characters, almost all of one make: two or three words, names or runs of
keys, with a year or some digits behind. So the pieces are listed (`guesses.txt`), and what is made of fewer than four
different ones is refused. A sign that belongs to no piece counts as one of its own.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FEWEST_PIECES = 4
SHORTEST_RUN = 3
YEAR = re.compile(r"(19|20)\d\d|[0-3]\d[01]\d(19|20)\d\d")
LEET = [str.maketrans("0134578@$!", f"o{one}east8asi") for one in "li"]
KEYS = (
    *("qwertyuiop", "asdfghjkl;'", "zxcvbnm,./", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn"),
    *("1234567890", "0123456789", "abcdefghijklmnopqrstuvwxyz", "!@#$%^&*()", '!"§$%&/()='),
    *("1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/", "zaq12wsxcde34rfvbgt56yhnmju78ik,", "qazwsxedcrfvtgbyhnujm"),
    *("1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "a1s2d3f4g5h6j7k8l9", "1a2s3d4f5g6h7j8k9l", "1029384756"),
    *("147258369", "159753", "987654321", "741852963", "a1b2c3d4e5f6g7h8i9", "1a2b3c4d5e6f7g8h9i"),
)
RUNS = tuple(line[::step] for line in KEYS for step in (1, -1))


def is_guessed_first(password: str) -> bool:
    """Tell whether the password is made of so few pieces that guessers come to it early."""
    return len(set(_pieces(password.casefold()))) < FEWEST_PIECES


def _pieces(text: str) -> list[str]:
    """Return the text cut into the longest pieces that everybody uses, and single signs between."""
    readings = (text, *(text.translate(table) for table in LEET))
    pieces: list[str] = []
    place = 0
    while place < len(text):
        length = max(_word_length(reading, place) for reading in readings)
        length = max(length, _run_length(text, place), _year_length(text, place), 1)
        pieces.append(readings[1][place : place + length])
        place += length
    return pieces


def _word_length(text: str, place: int) -> int:
    words = _words()
    lengths = range(min(len(text) - place, _longest()), 2, -1)
    return next((length for length in lengths if text[place : place + length] in words), 0)


def _run_length(text: str, place: int) -> int:
    """Return how far a run of keys, or of one sign, goes from here."""
    best = len(text) - place - len(text[place:].lstrip(text[place]))
    while any(text[place : place + best + 1] in run for run in RUNS) and place + best < len(text):
        best += 1
    return best if best >= SHORTEST_RUN else 0


def _year_length(text: str, place: int) -> int:
    found = YEAR.match(text, place)
    return len(found[0]) if found else 0


@cache
def _words() -> frozenset[str]:
    listed = Path(__file__).with_name("guesses.txt").read_text(encoding="utf8")
    return frozenset(word for line in listed.splitlines() if not line.startswith("#") for word in line.split())


@cache
def _longest() -> int:
    return max(map(len, _words()))

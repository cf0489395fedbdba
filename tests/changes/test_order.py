"""Edits that have not seen each other give the same row in whatever order the server hears of them."""

from random import Random
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as some

from onthedot.changes.merge import Author, merge
from onthedot.changes.mutation import Mutation
from onthedot.changes.rows import Row
from onthedot.roles import RULES

NOW = 1_795_530_000_000
TASK = str(UUID(int=1, version=4))
FIELDS = {
    "title": some.sampled_from(("Paint", "Sand", "Oil")),
    "priority": some.sampled_from((1, 2, None)),
    f"tag:{TASK}": some.sampled_from((True, None)),
}
Edit = tuple[int, dict[str, object]]
EDIT = some.tuples(some.integers(0, 3), some.fixed_dictionaries({}, optional=FIELDS))
PEOPLE = some.lists(some.lists(EDIT, min_size=1, max_size=3), min_size=2, max_size=3)


def edits_of(device: str, edits: list[Edit]) -> list[tuple[str, Mutation]]:
    """Return the device's mutations, whose clock goes on by what each edit says."""
    found: list[tuple[str, Mutation]] = []
    at = NOW
    for n, (later, values) in enumerate(edits, start=1):
        at += later
        base = dict.fromkeys(values, "first:1")
        id = str(UUID(int=ord(device) * 1000 + n, version=4))
        found.append((device, mutation(n, id, op="update", clock=[at, n], base=base, set=values)))
    return found


def mutation(n: int, id: str, **rest: object) -> Mutation:
    return Mutation.model_validate({"n": n, "id": id, "kind": "task", "entity": TASK} | rest)


def row_after(edits: list[tuple[str, Mutation]]) -> tuple[object, object]:
    """Return the values and stamps that the task then has."""
    first = mutation(1, TASK, op="create", clock=[NOW - 1, 0], set={"title": "New", "priority": 3, f"tag:{TASK}": True})
    rows: dict[str, Row] = {}
    for device, edit in [("first", first), *edits]:
        merge(rows, edit, kinds=RULES.kinds, author=Author(device, NOW + 1000))
    return rows[TASK].values, {name: stamp[:4] for name, stamp in rows[TASK].stamps.items()}


@given(PEOPLE, some.randoms(use_true_random=False))
@settings(max_examples=300, derandomize=True, deadline=None)
def test_the_order_of_arrival_decides_nothing(
    people: list[list[tuple[int, dict[str, object]]]], random: Random
) -> None:
    queues = [edits_of(device, edits) for device, edits in zip("abc", people, strict=False)]
    one_by_one = [edit for queue in queues for edit in queue]
    mixed: list[tuple[str, Mutation]] = []
    while waiting := [queue for queue in queues if queue]:
        mixed.append(random.choice(waiting).pop(0))
    assert row_after(mixed) == row_after(one_by_one)

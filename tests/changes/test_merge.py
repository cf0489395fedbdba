"""What the random schedules found, each as the shortest example of it."""

from uuid import uuid4

import pytest

from onthedot.changes.merge import Author, Outcome, merge
from onthedot.changes.mutation import Mutation
from onthedot.changes.rows import Row
from onthedot.roles import RULES
from tests.changes.wire import side

NOW = 1_795_530_000_000


class Space:
    """Rows in memory, and the devices that write to them."""

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}
        self.counts: dict[str, int] = {}

    def write(
        self, device: str, op: str, entity: str, *, skew: int = 0, seen: int | None = None, **rest: object
    ) -> Outcome:
        n = self.counts[device] = self.counts.get(device, 0) + 1
        given = {"n": n, "id": str(uuid4()), "op": op, "kind": "task", "entity": entity, "clock": [NOW, n]}
        mutation = Mutation.model_validate(given | rest)
        return merge(self.rows, mutation, kinds=RULES.kinds, author=Author(device, NOW + 1000, skew=skew, seen=seen))

    def conflicts(self, outcome: Outcome) -> list[tuple[object, object, object]]:
        """Return what each conflict is about, its field and the value that it keeps."""
        values = [self.rows[id].values for id in outcome.conflicts]
        return [(one["about"], one["field"], side(one, "loser")["value"]) for one in values]


@pytest.fixture
def space() -> Space:
    return Space()


@pytest.fixture
def task(space: Space) -> str:
    task = str(uuid4())
    space.write("phone", "create", task, set={"title": "Paint"})
    return task


def project(space: Space, *, gone: bool) -> str:
    id = str(uuid4())
    space.write("phone", "create", id, kind="project", set={"name": "Home"})
    if gone:
        space.write("phone", "delete", id, kind="project")
    return id


def test_a_move_to_what_is_gone_keeps_both_that_and_the_move_that_it_replaced(space: Space, task: str) -> None:
    gone, other = project(space, gone=True), project(space, gone=False)
    space.write("phone", "update", task, set={"project": other}, clock=[NOW, 0])

    outcome = space.write("laptop", "update", task, set={"project": gone}, clock=[NOW + 1, 0])

    assert space.conflicts(outcome) == [("orphaned", "project", gone), ("concurrent", "project", other)]
    assert "project" not in space.rows[task].values


def test_a_move_to_what_is_gone_that_comes_too_late_is_kept_as_it_was_meant(space: Space, task: str) -> None:
    gone, other = project(space, gone=True), project(space, gone=False)
    space.write("phone", "update", task, set={"project": other}, clock=[NOW + 1, 0])

    outcome = space.write("laptop", "update", task, set={"project": gone}, clock=[NOW, 0])

    assert space.conflicts(outcome) == [("concurrent", "project", gone)]
    assert space.rows[task].values["project"] == other


def test_a_task_reopened_after_its_project_was_deleted_comes_to_the_inbox(space: Space, task: str) -> None:
    home = project(space, gone=False)
    space.write("phone", "update", task, set={"project": home})
    space.write("phone", "complete", task)
    space.write("phone", "delete", home, kind="project")

    outcome = space.write("phone", "reopen", task)

    assert space.conflicts(outcome) == [("orphaned", "project", home)]
    assert "project" not in space.rows[task].values


def test_an_edit_that_who_deleted_the_project_had_not_seen_lies_whole_in_the_trash_and_comes_back(
    space: Space, task: str
) -> None:
    home, tag = project(space, gone=False), f"tag:{uuid4()}"
    space.write("phone", "update", task, set={"project": home})
    space.write("laptop", "update", task, set={"title": "Sand, then paint", tag: True}, base={"title": "phone:1"})
    as_edited = space.rows[task].copy()

    outcome = space.write("phone", "delete", home, kind="project", life=1, base={"name": "phone:2"})

    assert (outcome.status, space.conflicts(outcome), set(outcome.changed)) == ("ok", [], {home, task})
    buried = space.rows[task]
    assert buried.values["deleted_with"] == home
    assert as_edited.values.items() - buried.values.items() <= {("updated_at", as_edited.values["updated_at"])}
    assert buried.stamps == as_edited.stamps
    space.write("tablet", "restore", home, kind="project")
    assert (buried.alive, buried.values, buried.stamps) == (True, as_edited.values, as_edited.stamps)


def test_such_a_task_comes_back_alone_too_and_says_what_it_was_in(space: Space, task: str) -> None:
    home = project(space, gone=False)
    space.write("phone", "update", task, set={"project": home})
    space.write("laptop", "update", task, set={"title": "Sand"}, base={"title": "phone:1"})
    space.write("phone", "delete", home, kind="project", life=1)

    outcome = space.write("laptop", "restore", task)

    assert space.rows[task].values["title"] == "Sand"
    assert space.conflicts(outcome) == [("orphaned", "project", home)]


def test_completing_what_was_deleted_leaves_a_record(space: Space, task: str) -> None:
    space.write("phone", "delete", task, life=1)
    outcome = space.write("laptop", "complete", task, life=1)
    assert (outcome.status, [one[:2] for one in space.conflicts(outcome)]) == (
        "deleted",
        [("edit_on_deleted", "completed_at")],
    )


def test_undoing_ones_own_completion_keeps_another_that_was_not_seen(space: Space, task: str) -> None:
    space.write("laptop", "complete", task)
    space.write("phone", "complete", task)

    outcome = space.write("phone", "reopen", task, base={"completed_at": "phone:2"})

    assert [one[:2] for one in space.conflicts(outcome)] == [("concurrent", "completed_at")]
    assert "completed_at" not in space.rows[task].values


def test_the_order_of_what_is_gone_is_nobodys_conflict(space: Space) -> None:
    outcome = space.write("phone", "update", str(uuid4()), set={"rank": "a", "title": "Lost"})
    assert space.conflicts(outcome) == [("target_gone", "title", "Lost")]


def test_two_devices_that_read_or_dismiss_the_same_are_in_no_conflict(space: Space, task: str) -> None:
    outcome = space.write("laptop", "update", task, set={"title": "Sand"}, clock=[0, 0])
    [conflict] = outcome.conflicts
    for device, state in (("phone", "dismissed"), ("laptop", "restored")):
        assert space.write(device, "update", conflict, kind="conflict", set={"state": state}).status == "ok"


def test_a_clock_that_is_wrong_by_a_thousand_centuries_is_taken_for_the_first_instant(space: Space, task: str) -> None:
    outcome = space.write("laptop", "complete", task, skew=-(2**53))
    assert outcome.status == "ok"
    assert space.rows[task].values["completed_at"] == "1970-01-01T00:00:00.000Z"


def test_what_comes_back_without_its_project_says_who_had_put_it_there(space: Space, task: str) -> None:
    home = project(space, gone=False)
    space.write("phone", "update", task, set={"project": home})
    space.write("phone", "delete", home, kind="project")

    outcome = space.write("laptop", "restore", task)

    [conflict] = [space.rows[id].values for id in outcome.conflicts]
    assert conflict["loser"] == {"value": home, "by": "phone", "at": "2026-11-24T14:20:00.000Z"}


def test_who_names_a_version_had_seen_what_was_written_until_then_and_nothing_later(space: Space, task: str) -> None:
    space.write("srv:api", "update", task, set={"title": "Sand"}, seen=1)
    assert [stamp.version for stamp in space.rows[task].stamps.values()] == [2]
    space.write("srv:api", "update", task, set={"notes": "twice"}, seen=2)

    known = space.write("srv:api", "update", task, set={"title": "Oil"}, seen=2)
    unseen = space.write("srv:api", "update", task, set={"title": "Wax", "notes": "thrice"}, seen=3)

    assert (known.status, space.conflicts(unseen)) == ("ok", [("concurrent", "title", "Oil")])


def test_a_stamp_from_before_versions_were_noted_counts_as_seen(space: Space, task: str) -> None:
    row = space.rows[task]
    text = row.to_json().replace(",1]}", "]}")
    space.rows[task] = Row.from_json(text)
    assert space.rows[task].stamps["title"].version == 0
    assert space.write("srv:api", "update", task, set={"title": "Sand"}, seen=1).status == "ok"


@pytest.mark.parametrize(
    ("name", "given", "kept"),
    [
        ("title", "x" * 501, "x" * 501),
        ("title", "Tea\x0cwith\nmilk", "Tea\ufffdwith\ufffdmilk"),
        ("title", "half \ud800", "half \ufffd"),
        ("notes", "one\x0ctwo\nthree", "one\ufffdtwo\nthree"),
        ("notes", "\u00e4" * 60_000, "\u00e4" * 51_200),
        ("due", {"at": "soon"}, '{"at": "soon"}'),
        ("priority", 2**70, str(2**70)),
    ],
)
def test_what_a_device_wrote_is_kept_even_if_it_is_refused(
    space: Space, task: str, name: str, given: object, kept: object
) -> None:
    outcome = space.write("laptop", "update", task, set={name: given, "project": "nowhere", "rank": "a"})

    assert outcome.status == "refused"
    assert space.conflicts(outcome) == [("refused", name, kept), ("refused", "project", "nowhere")]
    assert space.rows[task].version == 1
    [first, _] = [space.rows[id].values for id in outcome.conflicts]
    assert side(first, "winner")["value"] == ("Paint" if name == "title" else None)
    assert all(space.rows[id].to_json() for id in outcome.conflicts)


def test_a_new_task_that_is_refused_keeps_what_fits_as_it_is(space: Space) -> None:
    outcome = space.write(
        "phone", "create", str(uuid4()), set={"title": "x" * 501, "due": {"date": "2026-11-24"}, "notes": None}
    )
    assert [one[1:] for one in space.conflicts(outcome)] == [("title", "x" * 501), ("due", {"date": "2026-11-24"})]


def test_taking_out_what_never_was_in_leaves_nothing(space: Space, task: str) -> None:
    nothing = {f"tag:{uuid4()}": None for _ in range(100)}
    other = str(uuid4())

    assert space.write("phone", "update", task, set=nothing).changed == []
    space.write("phone", "create", other, set={"title": "Tea"} | nothing)

    assert [list(space.rows[id].stamps) for id in (task, other)] == [["title"], ["title"]]


def test_taking_out_what_was_in_is_remembered(space: Space, task: str) -> None:
    tag = f"tag:{uuid4()}"
    space.write("phone", "update", task, set={tag: True})
    space.write("phone", "update", task, set={tag: None})
    assert tag in space.rows[task].stamps
    assert tag not in space.rows[task].values

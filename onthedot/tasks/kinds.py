"""What a task, a project and a tag may hold (DESIGN: the surface)."""

from onthedot.changes.kinds import Elements, Field, Kind, anything, identifier, one_of, rank, text, text_bytes, whole
from onthedot.tasks.times import check_due, check_reminder

LONGEST_TITLE = 500
LARGEST_NOTES_BYTES = 100 * 1024
MOST_TAGS = 50
MOST_REMINDERS = 20
PRESENT = (True,)
COLORS = ("brick", "amber", "olive", "fern", "teal", "sky", "iris", "plum")

TASK = Kind(
    "task",
    fields={
        "title": Field(text(1, LONGEST_TITLE), required=True),
        "notes": Field(text_bytes(LARGEST_NOTES_BYTES)),
        "project": Field(identifier, refers_to=("project",)),
        "parent": Field(identifier, refers_to=("task",)),
        "priority": Field(whole(1, 4)),
        "due": Field(check_due),
        "rank": Field(rank, noise=True),
    },
    elements={"tag": Elements(one_of(*PRESENT), MOST_TAGS), "reminder": Elements(check_reminder, MOST_REMINDERS)},
    hangs_on=("project", "parent"),
    completable=True,
)

PROJECT = Kind(
    "project",
    fields={
        "name": Field(text(1, 200), required=True),
        "color": Field(one_of(*COLORS)),
        "rank": Field(rank, noise=True),
    },
)

TAG = Kind("tag", fields={"name": Field(text(1, 100), required=True), "rank": Field(rank, noise=True)})

CONFLICT = Kind(
    "conflict",
    fields={
        "state": Field(one_of("open", "restored", "dismissed"), noise=True),
        **{
            name: Field(anything, server_only=True)
            for name in ("about", "entity_kind", "entity", "field", "loser", "winner")
        },
    },
    creatable=False,
    deletable=False,
)

"""What a notice holds: the server writes it, a person has read it."""

from onthedot.changes.kinds import Field, Kind, anything, instant

NOTICE = Kind(
    "notice",
    fields={
        "read_at": Field(instant, noise=True),
        **{name: Field(anything, server_only=True) for name in ("task", "reminder", "title", "due_at", "late_seconds")},
    },
    creatable=False,
)

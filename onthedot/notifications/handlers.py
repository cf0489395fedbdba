"""What we do when a reminder is due."""

from datetime import datetime
from typing import cast

from onthedot.changes.apply import apply_one
from onthedot.changes.rows import Row
from onthedot.database import Transaction
from onthedot.events import Envelope
from onthedot.ids import derived_id
from onthedot.ports.scheduler import ReminderDue

LATE_SECONDS = 5
"""From here on, a notice says how late it is."""


async def write_notice(tx: Transaction, envelope: Envelope) -> None:
    """Tell the person in the app, unless the task was done or deleted meanwhile."""
    due = cast("ReminderDue", envelope.data)
    body = await tx.fetch_value("select body from entity where space = $1 and id = $2", tx.actor.space, due.task)
    task = None if body is None else Row.from_json(body)
    if task is None or not task.alive or "completed_at" in task.values:
        return
    late = (tx.now - datetime.fromisoformat(due.due_at)).total_seconds()
    await apply_one(
        tx,
        "create",
        kind="notice",
        entity=derived_id("notice", tx.actor.space, envelope.id),
        set={
            "task": due.task,
            "reminder": due.reminder,
            "title": task.values["title"],
            "due_at": due.due_at,
            "late_seconds": round(late) if late > LATE_SECONDS else 0,
        },
        fresh=True,  # an event is heard once
    )

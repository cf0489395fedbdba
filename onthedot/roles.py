"""THE TABLE: what may be kept and how long, who hears what, what happens within a write. Read this first."""

from collections.abc import Awaitable, Callable

from onthedot.accounts.purge import purge_door
from onthedot.changes.events import SpaceChanged
from onthedot.changes.purge import purge_spaces
from onthedot.changes.rules import RULES
from onthedot.database import Transaction
from onthedot.events import Catalog
from onthedot.notifications import events as notice_events
from onthedot.notifications.events import NoticeCreated
from onthedot.notifications.handlers import write_notice
from onthedot.notifications.kinds import NOTICE
from onthedot.ports.bus import owed, sends, writes
from onthedot.ports.purge import forget_handled, scrub_events
from onthedot.ports.scheduler import ReminderDue
from onthedot.realtime.handlers import Broadcast, ShowNotice
from onthedot.reminders.plan import plan_alarms, plan_all
from onthedot.tasks import events as task_events
from onthedot.tasks.kinds import CONFLICT, PROJECT, TAG, TASK

# One thing a line: a feature is taken out by deleting its folder and the lines here and in `app.py` that name it.
RULES.fill(
    kinds=[
        (TASK, task_events.announce),
        (PROJECT, task_events.announce),
        (TAG, task_events.announce),
        (CONFLICT, task_events.announce),
        (NOTICE, notice_events.announce),
    ],
    within={
        "task": (plan_alarms,),
    },
)

WHEN_ZONE_CHANGES: list[Callable[[Transaction], Awaitable[None]]] = [
    plan_all,
]
"""What happens in the transaction that gives a person another time zone."""

CATALOG = Catalog(
    *task_events.EVENTS,
    *notice_events.EVENTS,
    SpaceChanged,
    ReminderDue,
)

HEARD = (
    sends("realtime", SpaceChanged, Broadcast),
    sends("realtime", NoticeCreated, ShowNotice),
    writes("notifier", ReminderDue, write_notice),
)
"""Who hears what."""

OWED = owed(HEARD)
"""Which consumers an event is owed to, by its type."""

PURGES = (scrub_events, forget_handled, purge_spaces, purge_door)
"""What is let go of with age; each may run at any time, and as often as one likes."""

"""THE TABLE: what may be kept and how long, who hears what, what happens within a write. Read this first."""

from onthedot.accounts.purge import purge_door
from onthedot.changes.events import SpaceChanged
from onthedot.changes.purge import purge_spaces
from onthedot.changes.rules import RULES
from onthedot.events import Catalog, Subscription
from onthedot.notifications import events as notice_events
from onthedot.notifications.events import NoticeCreated
from onthedot.notifications.handlers import write_notice
from onthedot.notifications.kinds import NOTICE
from onthedot.ports.purge import forget_handled, scrub_events
from onthedot.ports.scheduler import ReminderDue
from onthedot.ports.sockets import Sockets
from onthedot.realtime.handlers import Broadcast, ShowNotice
from onthedot.reminders.plan import plan_alarms
from onthedot.tasks import events as task_events
from onthedot.tasks.kinds import CONFLICT, PROJECT, TAG, TASK

RULES.fill(
    kinds=[
        (TASK, task_events.announce),
        (PROJECT, task_events.announce),
        (TAG, task_events.announce),
        (CONFLICT, task_events.announce),
        (NOTICE, notice_events.announce),
    ],
    within={"task": (plan_alarms,)},
)

CATALOG = Catalog(*task_events.EVENTS, *notice_events.EVENTS, SpaceChanged, ReminderDue)

OWED: dict[str, tuple[str, ...]] = {
    SpaceChanged.type: ("realtime",),
    NoticeCreated.type: ("realtime",),
    ReminderDue.type: ("notifier",),
}
"""Which consumers an event is owed to, by its type."""

PURGES = (scrub_events, forget_handled, purge_spaces, purge_door)
"""What is let go of with age; each may run at any time, and as often as one likes."""


def subscriptions(sockets: Sockets) -> tuple[Subscription, ...]:
    """Return what each consumer does when it hears an event."""
    return (
        Subscription(
            "realtime",
            {SpaceChanged: Broadcast(sockets), NoticeCreated: ShowNotice(sockets)},
            writes=False,
        ),
        Subscription("notifier", {ReminderDue: write_notice}),
    )

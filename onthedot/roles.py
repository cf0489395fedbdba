"""THE TABLE: what may be kept, who hears what, and what happens within a write. Read this first."""

from collections import defaultdict

from onthedot.changes.events import SpaceChanged
from onthedot.changes.rules import RULES
from onthedot.events import Catalog, Subscription
from onthedot.tasks import events as task_events
from onthedot.tasks.kinds import CONFLICT, PROJECT, TAG, TASK

RULES.fill(
    kinds=[
        (TASK, task_events.announce),
        (PROJECT, task_events.announce),
        (TAG, task_events.announce),
        (CONFLICT, task_events.announce),
    ],
    within={},
)

CATALOG = Catalog(*task_events.EVENTS, SpaceChanged)

SUBSCRIPTIONS: tuple[Subscription, ...] = ()


def owed(subscriptions: tuple[Subscription, ...]) -> dict[str, tuple[str, ...]]:
    """Return who is owed an event, by its type."""
    consumers: defaultdict[str, list[str]] = defaultdict(list)
    for subscription in subscriptions:
        for event in subscription.types:
            consumers[event.type].append(subscription.consumer)
    return {event: tuple(names) for event, names in consumers.items()}


OWED = owed(SUBSCRIPTIONS)

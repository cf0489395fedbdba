"""What happens to notices."""

from typing import Annotated, Any, ClassVar

from onthedot.changes.events import document
from onthedot.changes.rules import Change
from onthedot.events import Event
from onthedot.notifications.kinds import NOTICE


class _OfNotice(Event):
    version: ClassVar[str] = "1.0"
    topic: ClassVar[str] = "reminders"

    notice: Annotated[dict[str, Any], document(NOTICE, "id")]


class NoticeCreated(_OfNotice):
    """A person is told of a reminder."""

    type: ClassVar[str] = "notice.created"


class NoticeUpdated(_OfNotice):
    """A notice was read."""

    type: ClassVar[str] = "notice.updated"


class NoticeDeleted(_OfNotice):
    """A notice was put away."""

    type: ClassVar[str] = "notice.deleted"


class NoticeRestored(_OfNotice):
    """A notice came back."""

    type: ClassVar[str] = "notice.restored"


EVENTS: tuple[type[Event], ...] = (NoticeCreated, NoticeUpdated, NoticeDeleted, NoticeRestored)
_BY_VERB = {event.type.partition(".")[2]: event for event in EVENTS}


def announce(change: Change, _actor: str, _client: str) -> Event:
    """Return the event of a change to a notice."""
    return _BY_VERB[change.verb].model_validate({"notice": {"id": change.after.id, **change.after.values}})

"""What we need of a timer: at an alarm's instant, an event.

Whatever answers runs until cancelled, never fires early by the database's clock, and fires each alarm once.
"""

from typing import ClassVar, Protocol

from onthedot.events import Event


class Scheduler(Protocol):
    """A timer."""

    async def run(self) -> None:
        """Fire what is due, until cancelled."""
        ...


class ReminderDue(Event):
    """A reminder's instant has come; `due_at` is the instant for which it was planned."""

    type: ClassVar[str] = "reminder.due"
    version: ClassVar[str] = "1.0"
    topic: ClassVar[str] = "reminders"
    ordered: ClassVar[bool] = False

    alarm: str
    task: str
    reminder: str
    due_at: str

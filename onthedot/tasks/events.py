"""What happens to tasks, projects and tags, whole as it then stood."""

from typing import Annotated, Any, ClassVar

from onthedot.changes.events import document
from onthedot.changes.rules import Change
from onthedot.events import Event
from onthedot.tasks.kinds import CONFLICT, PROJECT, TAG, TASK


class _OfRow(Event):
    version: ClassVar[str] = "2.0"
    topic: ClassVar[str] = "task-events"

    changed: list[str]
    actor: str
    client: str


class _OfTask(_OfRow):
    task: Annotated[dict[str, Any], document(TASK, "id", "version")]


class _OfProject(_OfRow):
    project: Annotated[dict[str, Any], document(PROJECT, "id", "version")]


class _OfTag(_OfRow):
    tag: Annotated[dict[str, Any], document(TAG, "id", "version")]


class _OfConflict(_OfRow):
    conflict: Annotated[dict[str, Any], document(CONFLICT, "id", "version")]


class TaskCreated(_OfTask):
    """A task is there."""

    type: ClassVar[str] = "task.created"


class TaskUpdated(_OfTask):
    """A task's fields changed."""

    type: ClassVar[str] = "task.updated"


class TaskCompleted(_OfTask):
    """A task is done."""

    type: ClassVar[str] = "task.completed"


class TaskReopened(_OfTask):
    """A task is to do again."""

    type: ClassVar[str] = "task.reopened"


class TaskDeleted(_OfTask):
    """A task went to the Trash."""

    type: ClassVar[str] = "task.deleted"


class TaskRestored(_OfTask):
    """A task came back from the Trash."""

    type: ClassVar[str] = "task.restored"


class ProjectCreated(_OfProject):
    """A project is there."""

    type: ClassVar[str] = "project.created"


class ProjectUpdated(_OfProject):
    """A project's fields changed."""

    type: ClassVar[str] = "project.updated"


class ProjectDeleted(_OfProject):
    """A project went to the Trash."""

    type: ClassVar[str] = "project.deleted"


class ProjectRestored(_OfProject):
    """A project came back from the Trash."""

    type: ClassVar[str] = "project.restored"


class TagCreated(_OfTag):
    """A tag is there."""

    type: ClassVar[str] = "tag.created"


class TagUpdated(_OfTag):
    """A tag's fields changed."""

    type: ClassVar[str] = "tag.updated"


class TagDeleted(_OfTag):
    """A tag went to the Trash."""

    type: ClassVar[str] = "tag.deleted"


class TagRestored(_OfTag):
    """A tag came back from the Trash."""

    type: ClassVar[str] = "tag.restored"


class ConflictRecorded(_OfConflict):
    """Two edits met, and the one that lost is kept."""

    type: ClassVar[str] = "conflict.recorded"


class ConflictUpdated(_OfConflict):
    """Somebody decided about a conflict."""

    type: ClassVar[str] = "conflict.updated"


EVENTS: tuple[type[Event], ...] = (
    *(TaskCreated, TaskUpdated, TaskCompleted, TaskReopened, TaskDeleted, TaskRestored),
    *(ProjectCreated, ProjectUpdated, ProjectDeleted, ProjectRestored),
    *(TagCreated, TagUpdated, TagDeleted, TagRestored),
    *(ConflictRecorded, ConflictUpdated),
)
_BY_TYPE = {event.type: event for event in EVENTS}


def announce(change: Change, actor: str, client: str) -> Event:
    """Return the event of a change to a task, project, tag or conflict."""
    kind = change.after.kind
    verb = "recorded" if kind == "conflict" and change.verb == "created" else change.verb
    document = {"id": change.after.id, **change.after.values, "version": change.after.version}
    return _BY_TYPE[f"{kind}.{verb}"].model_validate(
        {kind: document, "changed": list(change.changed), "actor": actor, "client": client}
    )

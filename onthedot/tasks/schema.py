"""What REST takes for a task, a project and a tag; each value is checked where all writes are (`kinds.py`)."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

SeenVersion = Annotated[int, Field(strict=True, ge=1, le=2**53)] | None


class TaskInput(BaseModel):
    """Fields of a task; what is left out stays, null clears. `tags` are names, `reminders` have ids of their own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: UUID | None = None
    title: Any = None
    notes: Any = None
    project: UUID | None = None
    parent: UUID | None = None
    priority: Any = None
    tags: list[Annotated[str, Field(max_length=1000)]] | None = None
    due: Any = None
    reminders: list[dict[str, Any]] | None = None
    rank: Any = None


class NamedInput(BaseModel):
    """Fields of a project or a tag."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: UUID | None = None
    name: Any = None
    color: Any = None
    rank: Any = None


class TaskChange(TaskInput):
    """Other fields of a task; `version` is the one that the author had seen, the present one if it is left out."""

    version: SeenVersion = None


class NamedChange(NamedInput):
    """Other fields of a project or a tag, and the version that the author had seen."""

    version: SeenVersion = None

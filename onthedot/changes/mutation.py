"""Mutations: the one shape in which anybody asks for a change."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, Strict, StringConstraints

Op = Literal["create", "update", "delete", "restore", "complete", "reopen"]
Identifier = Annotated[
    str, StringConstraints(pattern=r"\A[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\z")
]
Name = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=r"\A[^\x00-\x1f]*\z")]
Count = Annotated[int, Field(ge=0, le=2**53)]
Number = Annotated[int, Field(ge=1, le=2**53)]


class Mutation(BaseModel):
    """One change that an author made, with what he had seen of the row when he made it.

    `n` counts the author's mutations without gaps, `id` tells a retry from a cloned device. `clock` is the author's
    hybrid clock: milliseconds and a counter. `base` names the version seen of a field as `client:n`: of each field in
    `set`, of `completed_at` for complete and reopen, of every field for delete, which then tells what it swallowed
    that was not seen. `life` is the life seen; a null in `set` clears the field.
    """

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    n: Number
    id: Identifier
    op: Op
    kind: Name
    entity: Identifier
    # JSON has no tuples: a list must do, though everything else is strict.
    clock: Annotated[tuple[Count, Count], Strict(strict=False)]
    life: Number | None = None
    occurrence: Number | None = None
    base: dict[Name, Name] = Field(default_factory=dict)
    set: dict[Name, object] = Field(default_factory=dict)


class Unreadable(Mutation):
    """What stands in for a mutation that does not fit, so that it is refused in its turn; `reason` names its field."""

    op: Op = "update"
    kind: Name = "unreadable"
    clock: tuple[Count, Count] = (0, 0)
    reason: str

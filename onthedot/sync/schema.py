"""What a device sends."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from onthedot.changes.pull import MOST_ROWS

MOST_MUTATIONS = 100


class Push(BaseModel):
    """One call of `/api/sync`; `space`, `epoch` and `cursor` are null on the first.

    Each of `mutations` is judged by itself, so that one which is malformed blocks none of the others.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    space: UUID | None = None
    epoch: UUID | None = None
    client: UUID
    client_now: Annotated[int, Field(ge=0, le=2**53)]
    schema_: Annotated[int, Field(alias="schema", ge=1, le=1)] = 1
    cursor: str | None = None
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS)] = MOST_ROWS
    mutations: Annotated[list[dict[str, Any]], Field(max_length=MOST_MUTATIONS)] = []

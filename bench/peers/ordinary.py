"""The peer: the same in the ordinary way, FastAPI, Pydantic models both ways, SQLAlchemy's ORM, asyncpg beneath.

It does what Onthedot's routes do: it knows the caller by a session's cookie, counts the person's
changes in their row, writes the task, an event and what is owed for it, all in one transaction, and
shows the task. What it leaves out is in its favour: no merge, no idempotency, no row-level
security, no limits, nobody to serve what is owed. It runs as its documentation says, by uvicorn
with uvloop and httptools, one process, a pool of as many connections.

    DSN=postgresql+asyncpg://… uvicorn --app-dir bench/peers ordinary:app
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID, uuid4

from fastapi import Cookie, Depends, FastAPI, HTTPException
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import DateTime

engine = create_async_engine(os.environ["DSN"], pool_size=10, max_overflow=0)
Session = async_sessionmaker(engine, expire_on_commit=False)


def _now() -> datetime:
    return datetime.now(UTC)


class Base(DeclarativeBase):
    """All tables."""


class Person(Base):
    """Whose tasks they are, and how many changes there were."""

    __tablename__ = "person"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    name: Mapped[str]
    sequence: Mapped[int] = mapped_column(default=0)


class Login(Base):
    """A session; only the secret's hash is kept."""

    __tablename__ = "login"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)


class Task(Base):
    """A task."""

    __tablename__ = "task"
    __table_args__ = (Index("task_of_person", "person_id", "id"),)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    sequence: Mapped[int]
    title: Mapped[str]
    notes: Mapped[str | None]
    priority: Mapped[int | None]
    due: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    completed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), default=_now)
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), default=_now)
    version: Mapped[int] = mapped_column(default=1)


class Happened(Base):
    """An event."""

    __tablename__ = "event"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    type: Mapped[str]
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True), default=_now)


class Owed(Base):
    """An event that is owed to a consumer."""

    __tablename__ = "delivery"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    consumer: Mapped[str]
    event_id: Mapped[UUID] = mapped_column(ForeignKey("event.id"))


class TaskIn(BaseModel):
    """What comes in."""

    title: Annotated[str, Field(min_length=1, max_length=500)]
    notes: str | None = None
    priority: Annotated[int | None, Field(ge=1, le=4)] = None
    due: dict[str, Any] | None = None


class TaskOut(BaseModel):
    """What goes out."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    title: str
    notes: str | None
    priority: int | None
    due: dict[str, Any] | None
    completed_at: datetime | None
    created_at: datetime
    updated_at: datetime
    version: int


class Page(BaseModel):
    """A list."""

    items: list[TaskOut]
    next: str | None


@asynccontextmanager
async def _prepared(_: FastAPI) -> AsyncGenerator[None]:
    """Make the tables, and people for the secrets that are in the file."""
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with Session() as session, session.begin():
        for secret in os.environ["SECRETS"].split():
            person = Person(id=uuid4(), name="Ada")
            session.add(person)
            await session.flush()
            session.add(Login(person_id=person.id, hash=hashlib.sha256(secret.encode()).digest()))
    yield


app = FastAPI(lifespan=_prepared)


async def _database() -> AsyncGenerator[AsyncSession]:
    async with Session() as session:
        yield session


Database = Annotated[AsyncSession, Depends(_database)]


async def _caller(database: Database, onthedot: Annotated[str, Cookie()]) -> Person:
    hashed = hashlib.sha256(onthedot.encode()).digest()
    query = select(Person).join(Login, Login.person_id == Person.id).where(Login.hash == hashed)
    person = await database.scalar(query)
    if person is None:
        raise HTTPException(401)
    return person


Caller = Annotated[Person, Depends(_caller)]


@app.post("/api/tasks", status_code=201, response_model=TaskOut)
async def post_task(fields: TaskIn, database: Database, caller: Caller) -> Task:
    """Make a task."""
    counted = update(Person).where(Person.id == caller.id).values(sequence=Person.sequence + 1)
    sequence = (await database.execute(counted.returning(Person.sequence))).scalar_one()
    task = Task(person_id=caller.id, sequence=sequence, **fields.model_dump())
    database.add(task)
    await database.flush()
    document = TaskOut.model_validate(task).model_dump(mode="json")
    event = Happened(person_id=caller.id, type="task.created", data=document)
    database.add(event)
    await database.flush()
    database.add(Owed(consumer="realtime", event_id=event.id))
    await database.commit()
    return task


@app.get("/api/tasks", response_model=Page)
async def get_tasks(database: Database, caller: Caller, limit: int = 50) -> dict[str, Any]:
    """List tasks."""
    query = select(Task).where(Task.person_id == caller.id, Task.completed_at.is_(None)).order_by(Task.id)
    tasks = (await database.scalars(query.limit(limit + 1))).all()
    return {"items": tasks[:limit], "next": str(limit) if len(tasks) > limit else None}

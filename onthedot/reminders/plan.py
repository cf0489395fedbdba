"""Alarms are planned, moved and cancelled within the write that changes their task."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from onthedot.changes.apply import lock_space
from onthedot.changes.rows import Row
from onthedot.changes.rules import Change
from onthedot.database import Transaction
from onthedot.ids import derived_id
from onthedot.reminders.offsets import reminder_instants


async def plan_alarms(tx: Transaction, changes: Sequence[Change]) -> None:
    """Make the waiting alarms of the changed tasks those that their reminders ask for."""
    concerned = [change.after for change in changes if _has_reminders(change.after) or _had_reminders(change.before)]
    if not concerned:
        return
    zone = ZoneInfo(await tx.fetch_value("select zone from person where id = $1", tx.actor.person))
    wanted = [
        (derived_id("alarm", tx.actor.space, task.id, reminder, due_at.isoformat()), task.id, reminder, due_at)
        for task in concerned
        if task.alive and "completed_at" not in task.values
        for reminder, due_at in reminder_instants(task.values, zone)
    ]
    await tx.execute(
        PLAN,
        tx.actor.space,
        [task.id for task in concerned],
        [id for id, _, _, _ in wanted],
        [task for _, task, _, _ in wanted],
        [reminder for _, _, reminder, _ in wanted],
        [due_at for _, _, _, due_at in wanted],
    )


async def plan_all(tx: Transaction) -> None:
    """Plan all open tasks anew: the person's zone has changed, and with it every floating time."""
    # An edit that is under way was planned in the old zone: it must be done before, or it would be planned twice.
    await lock_space(tx)
    found = await tx.fetch(WITH_REMINDERS, tx.actor.space)
    rows = [Row.from_json(record["body"]) for record in found]
    await plan_alarms(tx, [Change(row, row, "updated", ()) for row in rows])


def _has_reminders(row: Row) -> bool:
    return any(name.startswith("reminder:") for name in row.values)


def _had_reminders(row: Row | None) -> bool:
    return row is not None and _has_reminders(row)


# An alarm that is past by less than an hour fires at once; an older one is not planned. The timer is told only of what
# comes within twice its longest sleep: a notification in each transaction would halve the rate of writes.
PLAN = """
with wanted as (
    select * from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::timestamptz[]) as given (id, task, reminder, due_at)
), cancelled as (
    update alarm set state = 2
    where space = $1 and task = any($2::uuid[]) and state = 0 and id not in (select id from wanted)
), planned as (
    insert into alarm (id, space, task, reminder, due_at)
    select id, $1, task, reminder, due_at from wanted where due_at > clock_timestamp() - interval '1 hour'
    on conflict (id) do update set state = 0, generation = alarm.generation + 1 where alarm.state = 2
    returning due_at
)
select pg_notify('onthedot_timer', '')
from (select from planned where due_at < clock_timestamp() + interval '2 minutes' limit 1) soon
"""

WITH_REMINDERS = """
select body from entity
where space = $1 and kind = 'task' and life % 2 = 1 and not values ? 'completed_at' and body like '%"reminder:%'
"""

"""What a device shows: the server's rows with its own unsent mutations on top, by rules of its own."""

from collections.abc import Iterable, Mapping

from onthedot.changes.mutation import Mutation
from onthedot.changes.rows import Row, Stamp

HANGS_ON = ("project", "parent")


def overlay(rows: Mapping[str, Row], waiting: Iterable[Mutation], client: str) -> dict[str, Row]:
    """Return copies of the rows as they look once what waits is done."""
    shown = {id: row.copy() for id, row in rows.items()}
    for mutation in waiting:
        _apply(shown, mutation, client)
    return shown


def open_below(rows: Mapping[str, Row], root: str) -> set[str]:
    """Return the ids of what hangs on the row at any depth, and is neither done nor in the Trash."""
    below = {root}
    grown = True
    while grown:
        more = {id for id, row in rows.items() if row.alive and any(row.values.get(name) in below for name in HANGS_ON)}
        grown = not more <= below
        below |= more
    return {id for id in below - {root} if "completed_at" not in rows[id].values}


def line(rows: Mapping[str, Row], id: str) -> list[str]:
    """Return the row's id and those of all that it hangs on as a subtask; the last comes twice if they are a ring."""
    found = [id]
    while (above := _parent(rows, found[-1])) is not None:
        found.append(above)
        if above in found[:-1]:
            break
    return found


def _parent(rows: Mapping[str, Row], id: str) -> str | None:
    value = rows[id].values.get("parent") if id in rows else None
    return None if value is None else str(value)


def _apply(shown: dict[str, Row], mutation: Mutation, client: str) -> None:
    stamp = Stamp(*mutation.clock, client, mutation.n)
    row = shown.get(mutation.entity)
    if mutation.op == "create" and row is None:
        row = shown[mutation.entity] = Row(mutation.kind, mutation.entity)
    if row is None:
        return
    match mutation.op:
        case "create" | "update" if row.alive:
            for name, value in mutation.set.items():
                row.put(name, value, stamp)
        case "delete" if row.life == mutation.life:
            for id in open_below(shown, row.id):
                shown[id].life += 1
                shown[id].keep("deleted_with", row.id)
            row.life += 1
        case "restore" if row.life == mutation.life:
            _restore(shown, row, stamp)
        case "complete" if row.alive and "completed_at" not in row.values:
            row.put("completed_at", "now", stamp)
        case "reopen" if row.alive and "completed_at" in row.values:
            row.put("completed_at", None, stamp)
            _let_go(shown, row, stamp)
        case _:
            pass


def _restore(shown: dict[str, Row], row: Row, stamp: Stamp) -> None:
    company = [other for other in shown.values() if other.values.get("deleted_with") == row.id and not other.alive]
    for each in (row, *company):
        each.life += 1
        each.keep("deleted_with", None)
    for each in (row, *company):
        _let_go(shown, each, stamp)


def _let_go(shown: dict[str, Row], row: Row, stamp: Stamp) -> None:
    for name in HANGS_ON:
        target = shown.get(str(row.values.get(name)))
        if name in row.values and (target is None or not target.alive):
            row.put(name, None, stamp)

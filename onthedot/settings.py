"""Every setting, with its default and a sentence; none is needed on a laptop."""

import os
import re
from collections.abc import Mapping
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from onthedot.errors import CannotStart

PREFIX = "ONTHEDOT_"
CLIENTS = {"ONTHEDOT_URL", "ONTHEDOT_TOKEN"}
"""What commands read that speak to a server elsewhere."""


def default_data_dir() -> Path:
    """Return the folder where this person's programs keep their data (XDG Base Directory)."""
    home = os.environ.get("XDG_DATA_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share") / "onthedot"


def _origin(value: str | None) -> str | None:
    """Return the address as browsers name it, without a slash at its end."""
    if value is None:
        return None
    origin = value.rstrip("/").lower()
    if not re.fullmatch(r"https?://[^\s/?#@]+", origin):
        raise ValueError("must be an address like https://tasks.example.org, without a path")
    return origin


def _networks(value: str) -> str:
    """Return the addresses and networks, each of which can be read."""
    for entry in filter(None, map(str.strip, value.split(","))):
        try:
            ip_network(entry, strict=False)
        except ValueError:
            raise ValueError(f"{entry[:100]!r} must be an address or a network, like 10.0.0.0/8") from None
    return value


class Settings(BaseModel):
    """The settings, read once at start from `ONTHEDOT_<NAME>` or the file named by `ONTHEDOT_<NAME>_FILE`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: Annotated[str, Field(description="Address to listen on.")] = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535, description="Port to listen on; 0 takes a free one.")] = 8000
    data_dir: Annotated[Path, Field(description="Folder of the database, the secrets and the log.")] = Field(
        default_factory=default_data_dir
    )
    database_url: Annotated[
        str | None, Field(description="A PostgreSQL of your own (16 or later) instead of the one inside.")
    ] = None
    public_url: Annotated[
        str | None, AfterValidator(_origin), Field(description="The https address under which people reach it.")
    ] = None
    trusted_proxies: Annotated[
        str,
        AfterValidator(_networks),
        Field(description="Addresses of proxies whose X-Forwarded-For counts, by commas."),
    ] = ""
    sign_up: Annotated[
        Literal["closed", "open"], Field(description="Whether people may sign up once the owner has.")
    ] = "closed"

    @property
    def origins(self) -> tuple[str, ...]:
        """Return the origins from which a browser may write and open a socket."""
        return (self.public_url,) if self.public_url else tuple(f"http://{host}" for host in self._nearby)

    @property
    def hosts(self) -> frozenset[str]:
        """Return what a request may name as its host; any other is a foreign name for this address (DNS rebinding)."""
        return frozenset(urlsplit(origin).netloc for origin in self.origins)

    @property
    def probed_hosts(self) -> frozenset[str]:
        """Return what a request may name that only asks whether the server is well: it may come from beside it."""
        return self.hosts | {*self._nearby, f"127.0.0.1:{self.port}"}

    @property
    def _nearby(self) -> tuple[str, ...]:
        """Return what this machine's own programs reach it by."""
        return tuple(f"{name}:{self.port}" for name in (_in_address(self.host), "localhost"))

    @property
    def secure(self) -> bool:
        """Tell whether people reach it over TLS."""
        return (self.public_url or "").startswith("https://")


def _in_address(host: str) -> str:
    """Return what an address names the host by, as browsers write it."""
    try:
        address = ip_address(host)
    except ValueError:
        return "127.0.0.1"
    return f"[{address}]" if address.version == 6 else str(address)  # noqa: PLR2004 - IPv6


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of this process.

    Raises:
        CannotStart: a setting is unreadable or wrong; the message names it.
    """
    try:
        return Settings.model_validate(_named(environment))
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + str(first["loc"][0]).upper()
        raise CannotStart(f"{name}: {first['msg'].removeprefix('Value error, ')}. Change or unset it.") from None


def unknown_names(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the variables that look like settings and are none."""
    fields = {PREFIX + field.upper() for field in Settings.model_fields}
    known = fields | {f"{name}_FILE" for name in fields} | CLIENTS
    return sorted(name for name in environment if name.startswith(PREFIX) and name not in known)


def _named(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the values by the names of the fields; an empty one counts as not set."""
    values: dict[str, str] = {}
    for field in Settings.model_fields:
        name = PREFIX + field.upper()
        path = environment.get(f"{name}_FILE")
        if path is not None:
            values[field] = _read(f"{name}_FILE", Path(path))
        elif environment.get(name):
            values[field] = environment[name]
    return values


def _read(name: str, path: Path) -> str:
    try:
        return path.read_text(encoding="utf8").removesuffix("\n")
    except OSError as error:
        raise CannotStart(f"{name}: {path} cannot be read ({error.strerror}).") from None

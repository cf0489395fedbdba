"""Where Onthedot listens."""

import contextlib
import socket
from http.client import HTTPConnection, HTTPException
from ipaddress import ip_address

from onthedot.errors import CannotStart
from onthedot.settings import Settings

ANSWER_SECONDS = 2
ALIVE = b'{"status":"ok"}'


def check_address(settings: Settings) -> None:
    """Refuse to be heard beyond this machine in clear.

    Raises:
        CannotStart: the host is no loopback address, and people do not reach it by https.
    """
    if not settings.secure and not _is_loopback(settings.host):
        raise CannotStart(
            f"ONTHEDOT_HOST={settings.host} is heard beyond this machine: set ONTHEDOT_PUBLIC_URL to its https address"
            " (on plain http passwords travel in clear, and browsers allow neither offline use nor push)."
        )


def bind(settings: Settings) -> socket.socket:
    """Return a socket that listens, so that what comes before the server is up waits.

    Raises:
        CannotStart: the address is taken.
    """
    listening = socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        listening.listen(1024)
    except OSError as error:
        listening.close()
        raise CannotStart(
            f"{settings.host}:{settings.port} cannot be taken ({error.strerror}):"
            " stop what runs there, or set ONTHEDOT_PORT."
        ) from None
    return listening


def is_ours(settings: Settings) -> bool:
    """Tell whether an Onthedot answers where this one would listen."""
    host = settings.origins[0].partition("//")[2]
    try:
        answering = HTTPConnection(settings.host, settings.port, timeout=ANSWER_SECONDS)
        with contextlib.closing(answering):
            answering.request("GET", "/healthz", headers={"host": host})
            return answering.getresponse().read() == ALIVE
    except (OSError, HTTPException):
        return False


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

"""What opens a door: passwords, and random strings of which only the hash is kept."""

import asyncio
import hashlib
import secrets
from concurrent.futures import ThreadPoolExecutor

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from onthedot.accounts.guesses import is_guessed_first
from onthedot.errors import Invalid

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 200
TOKEN_PREFIX = "otd_"  # noqa: S105 - the prefix is no secret
GUESSED = (
    "This password is among those that are guessed first:"
    " take four words that have nothing to do with each other, or let a password manager make one."
)

# 46 MiB and one pass (OWASP password storage sheet); two threads bound the memory, and the event loop never waits.
_hasher = PasswordHasher(time_cost=1, memory_cost=46 * 1024, parallelism=1)
_threads = ThreadPoolExecutor(2, thread_name_prefix="argon2")
_nobody = _hasher.hash(secrets.token_hex(16))


def new_secret(prefix: str = "") -> tuple[str, bytes]:
    """Return a random string of 256 bits, and the hash under which it is kept."""
    secret = prefix + secrets.token_urlsafe(32)
    return secret, hash_of(secret)


def hash_of(secret: str) -> bytes:
    """Return what is kept of a random string: it has no need of a slow hash."""
    return hashlib.sha256(secret.encode()).digest()


async def hash_password(password: str) -> str:
    """Return what is kept of a password.

    Raises:
        Invalid: it is too short or too long, or among those that are guessed first.
    """
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise Invalid(f"A password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters.", field="password")
    if is_guessed_first(password):
        raise Invalid(GUESSED, field="password")
    return await asyncio.get_running_loop().run_in_executor(_threads, _hasher.hash, password)


async def is_password(kept: str | None, password: str) -> bool:
    """Tell whether it is the password; takes as long where there is none."""

    def verify() -> bool:
        try:
            return _hasher.verify(kept or _nobody, password[: LONGEST_PASSWORD + 1]) and kept is not None
        except VerificationError:
            return False

    return await asyncio.get_running_loop().run_in_executor(_threads, verify)

"""The routes of the door, and what tells every other route who is calling."""

from ipaddress import ip_address, ip_network
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from starlette.requests import HTTPConnection
from starlette.responses import Response

from onthedot.accounts import commands, queries
from onthedot.accounts.commands import Visitor
from onthedot.accounts.schema import AccountChange, Link, LinkLook, NewToken, PasswordChange, SignIn, SignUp
from onthedot.database import Actor, Database
from onthedot.errors import Forbidden, NotFound
from onthedot.settings import Settings
from onthedot.web import Json

router = APIRouter(prefix="/api", tags=["accounts"])

COOKIE_LIFE_SECONDS = 180 * 24 * 3600


async def actor_of(connection: HTTPConnection) -> Actor:
    """Return who calls, by cookie or `Authorization: Bearer`; of a socket's handshake as of a request.

    Raises:
        NotSignedIn: nobody does.
    """
    settings: Settings = connection.app.state.settings
    secret = queries.secret_in(
        connection.cookies, connection.headers.get("authorization"), cookie=cookie_name(settings)
    )
    return await queries.find_actor(connection.app.state.database, secret)


async def reader_of(connection: HTTPConnection) -> Actor:
    """Return who calls, by a request or a socket's handshake, and may read.

    Raises:
        NotSignedIn: nobody does.
        Forbidden: it is a token that may not.
    """
    return _need(await actor_of(connection), "read")


def writing_allowed(actor: Actor) -> None:
    """Refuse a caller that may only read.

    Raises:
        Forbidden: it may.
    """
    _need(actor, "write")


async def _writing(request: Request) -> Actor:
    return _need(await actor_of(request), "write")


async def _admin(request: Request) -> Actor:
    actor = _need(await actor_of(request), "admin")
    if actor.kind == "token":
        raise Forbidden("A token cannot open doors: sign in for this.")
    return actor


def _need(actor: Actor, scope: str) -> Actor:
    if scope not in actor.scopes:
        raise Forbidden(f"This token lacks the scope {scope!r}.")
    return actor


Reading = Annotated[Actor, Depends(reader_of)]
Writing = Annotated[Actor, Depends(_writing)]
Admin = Annotated[Actor, Depends(_admin)]


@router.get("/door")
async def door(request: Request) -> Response:
    """Tell whether one may sign up."""
    opened = _settings(request).sign_up == "open"
    return Json({"sign_up": await commands.sign_up_state(_database(request), opened=opened)})


@router.post("/sign-up", status_code=201)
async def sign_up(wanted: SignUp, request: Request) -> Response:
    """Make an account, and sign in."""
    opened = _settings(request).sign_up == "open"
    await commands.allow(_database(request), f"sign-up address {_visitor(request).address}", 10)
    person = await commands.sign_up(_database(request), wanted, opened=opened)
    return await _signed_in(request, person, status=201)


@router.post("/sign-in")
async def sign_in(given: SignIn, request: Request) -> Response:
    """Come in by address and password."""
    database = _database(request)
    person = await commands.sign_in(database, given.email, given.password, visitor=_visitor(request))
    return await _signed_in(request, person)


@router.post("/sign-out", status_code=204)
async def sign_out(request: Request, actor: Admin) -> Response:
    """End this session."""
    async with _database(request).door() as connection:
        await connection.execute("delete from session where id = $1", actor.session)
    response = Response(status_code=204)
    response.delete_cookie(cookie_name(_settings(request)), secure=_settings(request).secure, httponly=True)
    return response


@router.post("/link/look")
async def look_at_link(given: LinkLook, request: Request) -> Response:
    """Tell what a one-use link is for, and whom it lets in; it can still be used."""
    await commands.allow(_database(request), f"look address {_visitor(request).address}", 20)
    return Json(await queries.find_link(_database(request), given.token))


@router.post("/link")
async def use_link(given: Link, request: Request) -> Response:
    """Come back in by a one-use link, with a new password."""
    await commands.allow(_database(request), f"link address {_visitor(request).address}", 10)
    return await _signed_in(request, await commands.use_link(_database(request), given.token, given.password))


@router.get("/account")
async def get_account(request: Request, actor: Reading) -> Response:
    """Show the own account."""
    return Json(await queries.account_of(_database(request), actor.person))


@router.patch("/account")
async def patch_account(change: AccountChange, request: Request, actor: Admin) -> Response:
    """Change the own name or zone; floating reminders then count in the new one."""
    async with _database(request).transaction(actor) as tx:
        await tx.execute(
            "update person set name = coalesce($2, name), zone = coalesce($3, zone) where id = $1",
            actor.person,
            change.name,
            change.zone,
        )
        if change.zone is not None:
            for adapt in request.app.state.when_zone_changes:
                await adapt(tx)
    return Json(await queries.account_of(_database(request), actor.person))


@router.post("/account/password")
async def change_password(change: PasswordChange, request: Request, actor: Admin) -> Response:
    """Set a new password; all other sessions end."""
    database = _database(request)
    account = await queries.account_of(database, actor.person)
    await commands.sign_in(database, account["email"], change.current, visitor=_visitor(request))
    await commands.set_password(database, actor.person, change.password)
    return await _signed_in(request, actor.person)


@router.get("/sessions")
async def get_sessions(request: Request, actor: Admin) -> Response:
    """List the own open sessions."""
    items = await queries.sessions_of(_database(request), actor.person)
    return Json({"items": [item | {"current": item["id"] == actor.session} for item in items], "next": None})


@router.delete("/sessions/{id}", status_code=204)
async def delete_session(id: UUID, request: Request, actor: Admin) -> Response:
    """End a session."""
    await _delete(request, "session", id, actor)
    return Response(status_code=204)


@router.get("/tokens")
async def get_tokens(request: Request, actor: Admin) -> Response:
    """List the own tokens, without their secrets."""
    return Json({"items": await queries.tokens_of(_database(request), actor.person), "next": None})


@router.post("/tokens", status_code=201)
async def post_token(wanted: NewToken, request: Request, actor: Admin) -> Response:
    """Make a token; its secret is shown this once."""
    made = await commands.create_token(
        _database(request),
        actor.person,
        name=wanted.name,
        scopes=sorted(wanted.scopes),
        expires_at=wanted.expires_at,
    )
    return Json(made, 201)


@router.delete("/tokens/{id}", status_code=204)
async def delete_token(id: UUID, request: Request, actor: Admin) -> Response:
    """Revoke a token."""
    await _delete(request, "token", id, actor)
    return Response(status_code=204)


def cookie_name(settings: Settings) -> str:
    """Return the name of the session's cookie; browsers hold `__Host-` ones to TLS and this host."""
    return "__Host-onthedot" if settings.secure else "onthedot"


def address_of(connection: HTTPConnection) -> str:
    """Return the caller's address; a proxy's word counts only if the proxy is trusted."""
    peer = connection.client.host if connection.client else ""
    forwarded = connection.headers.get("x-forwarded-for", "")
    trusted = [part.strip() for part in connection.app.state.settings.trusted_proxies.split(",") if part.strip()]
    for hop in reversed([part.strip() for part in forwarded.split(",") if part.strip()]):
        if not _is_among(peer, trusted):
            break
        peer = hop
    return peer[:100]


def _is_among(address: str, networks: list[str]) -> bool:
    try:
        return any(ip_address(address) in ip_network(network, strict=False) for network in networks)
    except ValueError:
        return False


def _visitor(request: Request) -> Visitor:
    device = request.headers.get("user-agent", "unknown device")
    return Visitor("".join(sign for sign in device if sign.isprintable())[:200], address_of(request))


async def _signed_in(request: Request, person: UUID, *, status: int = 200) -> Response:
    settings, before = _settings(request), request.cookies.get(cookie_name(_settings(request)))
    secret = await commands.open_session(_database(request), person, visitor=_visitor(request), instead_of=before)
    response = Json(await queries.account_of(_database(request), person), status)
    response.set_cookie(
        cookie_name(settings), secret, COOKIE_LIFE_SECONDS, secure=settings.secure, httponly=True, samesite="lax"
    )
    return response


async def _delete(request: Request, table: str, id: UUID, actor: Actor) -> None:
    async with _database(request).door() as connection:
        gone: Any = await connection.fetchval(
            f"delete from {table} where id = $1 and person = $2 returning id",  # noqa: S608 - a table of ours
            id,
            actor.person,
        )
    if gone is None:
        raise NotFound(f"There is no such {table}.", field="id")


def _database(request: Request) -> Database:
    return request.app.state.database


def _settings(request: Request) -> Settings:
    return request.app.state.settings

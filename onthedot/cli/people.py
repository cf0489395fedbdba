"""`user` and `token`: accounts, the way back in, and tokens for programs."""

import argparse
import sys
from secrets import token_urlsafe

from pydantic import ValidationError

from onthedot.accounts.commands import create_link, create_person, create_token
from onthedot.accounts.schema import NewToken, SignUp
from onthedot.cli.opened import AddCommand, BadUsage, open_database
from onthedot.errors import CannotStart
from onthedot.settings import Settings


def add(command: AddCommand) -> None:
    """Add the commands."""
    user = command("user", help="people").add_subparsers(required=True, metavar="ACTION")
    create = user.add_parser("create", help="make an account, and print a one-use link by which they choose a password")
    create.add_argument("email")
    create.add_argument("--name")
    create.add_argument("--zone", default="UTC")
    create.set_defaults(run=_create_user)
    link = user.add_parser("link", help="print a one-use link back in")
    link.add_argument("email")
    link.set_defaults(run=_link_user)
    token = command("token", help="tokens for programs").add_subparsers(required=True, metavar="ACTION")
    create = token.add_parser("create", help="make a token and print it")
    create.add_argument("--user", required=True, metavar="EMAIL")
    create.add_argument("--scope", required=True, action="append", choices=["read", "write", "admin"])
    create.add_argument("--name", default="command line", type=_token_name, help="what it is for, as Settings shows it")
    create.set_defaults(run=_create_token)


async def _create_user(settings: Settings, given: argparse.Namespace) -> None:
    wanted = _sign_up(given)
    async with open_database(settings) as database:
        await create_person(database, wanted, confirmed=True)
        token = await create_link(database, wanted.email)
    print(f"{wanted.name} has an account. For an hour, this lets them in once, to choose a password:", file=sys.stderr)
    print(f"{settings.origins[0]}/link#{token}")


def _sign_up(given: argparse.Namespace) -> SignUp:
    name = given.name or given.email.partition("@")[0]
    try:
        # Nobody knows the first password: the link replaces it.
        return SignUp(email=given.email, name=name, password=token_urlsafe(), zone=given.zone)
    except ValidationError as error:
        first = error.errors()[0]
        raise BadUsage(f"{first['loc'][0]}: {first['msg'].removeprefix('Value error, ')}") from None


async def _link_user(settings: Settings, given: argparse.Namespace) -> None:
    async with open_database(settings) as database:
        token = await create_link(database, given.email)
    if token is None:
        raise CannotStart(f"nobody has the address {given.email}: make them by `onthedot user create`")
    print(f"{settings.origins[0]}/link#{token}")


def _token_name(given: str) -> str:
    try:
        return NewToken(name=given, scopes=frozenset({"read"})).name
    except ValidationError as error:
        raise argparse.ArgumentTypeError(error.errors()[0]["msg"].removeprefix("Value error, ")) from None


async def _create_token(settings: Settings, given: argparse.Namespace) -> None:
    async with open_database(settings) as database:
        async with database.door() as door:
            person = await door.fetchval("select id from person where email = $1", given.user.lower())
        if person is None:
            raise CannotStart(f"nobody has the address {given.user}")
        made = await create_token(database, person, name=given.name, scopes=given.scope)
    print(made["token"])

import secrets
import string
import time

import pytest

from onthedot.accounts.commands import create_link
from onthedot.accounts.guesses import is_guessed_first
from onthedot.accounts.secrets import hash_password, is_password
from onthedot.database import Database
from tests.web import PASSWORD, browser

GUESSED = [
    "password123",
    "Password1!",
    "P@ssw0rd12",
    "passwordpassword",
    "passw0rd2024",
    "qwertyuiop",
    "qwerty12345",
    "qwerty123!",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "q1w2e3r4t5y6",
    "zaq12wsxcde3",
    "1234567890",
    "12345678910",
    "0987654321",
    "1111111111",
    "0000000000",
    "1212121212",
    "123123123123",
    "9876543210",
    "abcdefghij",
    "abc123abc123",
    "abcd123456",
    "aaaaaaaaaa",
    "asdfghjkl;",
    "zxcvbnm123",
    "iloveyou123",
    "ILoveYou2!",
    "letmein2023",
    "welcome2024!",
    "Summer2024!",
    "Berlin2023!",
    "football12",
    "liverpool1",
    "michael1985",
    "jessica1990",
    "dragonmonkey",
    "sunshine12",
    "princess01",
    "superman99",
    "trustno1trustno1",
    "changeme123",
    "administrator",
    "admin123456",
    "test123456",
    "onthedot123",
    "01011990Anna",
    "chocolate1",
    "0123456789",
]


@pytest.mark.parametrize("password", GUESSED)
def test_what_is_guessed_first_is_no_password(password: str) -> None:
    """S-04."""
    assert is_guessed_first(password)


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD,
        "ten or more",
        "another one 12",
        "my cat eats blue cheese",
        "Zm9vYmFyMTIz!x",
        "ich mag gelbe Schuhe",
        "パスワードを長くする",
    ],
)
def test_words_that_have_nothing_to_do_with_each_other_are_one(password: str) -> None:
    """S-04."""
    assert not is_guessed_first(password)


def test_no_password_of_a_manager_is_refused() -> None:
    """S-04."""
    for alphabet in (string.ascii_lowercase, string.digits + string.ascii_letters + string.punctuation):
        for _ in range(500):
            assert not is_guessed_first("".join(secrets.choice(alphabet) for _ in range(16)))


@pytest.mark.parametrize("password", ["nine char", "x" * 201, "password123"])
async def test_no_way_in_takes_a_bad_password_and_the_refusal_says_what_to_do(
    database: Database, password: str
) -> None:
    """S-04."""
    ada, eve = browser(database), browser(database)
    await ada.sign_up("Ada")
    link = await create_link(database, "ada@example.org")
    wanted = {"email": "eve@example.org", "name": "Eve", "password": password, "zone": "UTC"}
    answers = [
        await eve.call("POST", "/api/sign-up", wanted),
        await eve.call("POST", "/api/link", {"token": link, "password": password}),
        await ada.call("POST", "/api/account/password", {"current": PASSWORD, "password": password}),
    ]

    for answer in answers:
        assert (answer.status_code, answer.json()["field"]) == (422, "password")
        assert "10 to 200 characters" in answer.json()["detail"] or "take four words" in answer.json()["detail"]
    assert (await ada.call("GET", "/api/account")).status_code == 200
    again = await eve.call("POST", "/api/link", {"token": link, "password": "a new one for ada"})
    assert again.status_code == 200


async def test_an_unknown_person_takes_as_long_to_refuse(database: Database) -> None:
    """S-04: the hash is what takes long, and is made in both cases. Work is counted, not time: others work here too."""
    del database
    kept = await hash_password(PASSWORD)

    async def seconds(kept: str | None) -> float:
        began = time.process_time()
        assert not await is_password(kept, "not this one")
        return time.process_time() - began

    known, unknown = [min([await seconds(each) for _ in range(5)]) for each in (kept, None)]
    assert 0.5 < known / unknown < 2

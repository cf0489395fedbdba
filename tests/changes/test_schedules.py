from tests.changes.simulate import survey


def test_three_devices_lose_nothing_whatever_happens_between_them() -> None:
    seen = survey(range(500))
    assert seen.mutations > 12_000
    assert seen.too_rare() == {}


def test_one_device_alone_shows_the_same_before_and_after_it_is_heard() -> None:
    assert survey(range(200), devices=1).seen_in["concurrent"] == 0


def test_two_and_five_devices_lose_nothing_either() -> None:
    assert survey(range(100), devices=2).schedules == 100
    assert survey(range(100), devices=5).schedules == 100

"""What a schedule may find: a rule that did not hold."""


class Broken(AssertionError):
    """A property of the merge does not hold; the message says which, and where."""


def must(holds: object, rule: str, *about: object) -> None:
    """Break the schedule unless the rule holds."""
    if not holds:
        raise Broken(f"{rule}: {' '.join(map(str, about))}")

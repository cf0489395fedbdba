"""The time zones that exist."""

from zoneinfo import available_timezones

ZONES = frozenset(available_timezones())

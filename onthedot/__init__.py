"""Onthedot: a self-hosted task manager whose reminders arrive on the dot."""

import zoneinfo

# All machines go by the rules that are locked with the other packages: those of a system may be years behind.
zoneinfo.reset_tzpath([])

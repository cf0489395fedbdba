"""The devices' door: what a device did, what it missed, and what to do with an edit that lost."""

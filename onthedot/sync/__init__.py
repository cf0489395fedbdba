"""The devices' door: what a device did, and what it missed."""

"""Onthedot: a self-hosted task manager whose reminders arrive on the dot."""

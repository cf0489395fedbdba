"""Reminders: from what a person means to the instant at which they are told.

Announces reminder.due; within each write of a task it plans the alarms.
"""

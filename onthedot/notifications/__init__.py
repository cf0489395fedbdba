"""Notices: what a person is told in the app.

Announces notice.created and notice.updated; hears reminder.due.
"""

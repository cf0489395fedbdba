"""Live: what changed is on a person's other devices at once.

Announces nothing; hears space.changed and notice.created.
"""

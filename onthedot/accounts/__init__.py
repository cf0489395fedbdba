"""People, and how they come in: sign-up, sessions, tokens, one-use links.

Only hashes of what opens a door are kept; each is looked up on each request, so that revoking is at once.
"""

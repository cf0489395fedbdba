"""Journeys of people through the built web app, in a real browser, on the real server."""

"""The write path: every change is a list of mutations through one merge, whoever sends them.

`rows` and `mutation` are the two shapes that travel, `kinds` and `values` say what a row may hold, `merge` decides
what a mutation does. All of it is pure: rows and times come in as arguments, and what changed goes out.
"""

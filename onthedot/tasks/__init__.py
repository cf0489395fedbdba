"""Tasks, projects and tags: what people mean to do.

Announces task.*, project.* and tag.*; hears nothing.
"""

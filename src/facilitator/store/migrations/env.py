"""Alembic runs this for every migration: the connection, and its transaction, are those of the caller."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()

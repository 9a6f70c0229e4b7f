"""The first schema that was released."""

from alembic import op

from facilitator.store.released import statements

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, in an empty file."""
    for statement in statements(1):
        op.get_bind().exec_driver_sql(statement)

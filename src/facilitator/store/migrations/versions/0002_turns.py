"""The speaking list, and an index for actions that nobody does or that have no day."""

from alembic import op

from facilitator.store.released import statements

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make what the second schema has and the first has not; nothing that was there changes."""
    before = set(statements(1))
    for statement in statements(2):
        if statement not in before:
            op.get_bind().exec_driver_sql(statement)

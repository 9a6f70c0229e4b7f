"""The speaking list, an index for actions that nobody does or that have no day, and the mark of codes that we made."""

from alembic import op

from facilitator.store.released import statements

revision = "0002"
down_revision = "0001"
PEOPLE = "CREATE TABLE participant "


def upgrade() -> None:
    """Make what the second schema has and the first has not; nothing that was there changes."""
    run = op.get_bind().exec_driver_sql
    (people,) = (statement for statement in statements(2) if statement.startswith(PEOPLE))
    names = ", ".join(column for _, column, *_ in run("PRAGMA table_info(participant)"))
    # made anew and then renamed, so that what refers to the table goes on doing so
    run(people.replace(PEOPLE, "CREATE TABLE coming "))
    run(f"INSERT INTO coming ({names}, code_made) SELECT {names}, 0 FROM participant")  # noqa: S608 - our own words
    run("DROP TABLE participant")
    run("ALTER TABLE coming RENAME TO participant")
    there = {sql for (sql,) in run("SELECT sql FROM sqlite_master")} | {people}
    for statement in statements(2):
        if statement not in there:
            run(statement)

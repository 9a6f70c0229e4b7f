"""The place where those who take part are known."""

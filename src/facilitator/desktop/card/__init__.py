"""One recommendation with all that belongs to it, in a panel beside a list."""

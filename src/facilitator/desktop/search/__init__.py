"""Search: the field with its filters, what they are completed with, and the list of hits."""

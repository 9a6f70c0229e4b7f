"""How things look: colours, type, icons and signs, from one table of tokens."""

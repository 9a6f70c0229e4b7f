"""What a workshop is made of: frozen data and pure functions, without files, clock, screen or database."""

"""What stands around every place: rail, top bar, status line, banner, and what opens over them."""

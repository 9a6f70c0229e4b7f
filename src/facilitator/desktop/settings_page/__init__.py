"""Settings: what is chosen for this computer."""

"""Rows for the screen: each view asks for all that it shows in one or few statements, straight from the driver."""

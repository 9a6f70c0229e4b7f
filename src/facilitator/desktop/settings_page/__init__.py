"""The place where choices for this computer are made."""

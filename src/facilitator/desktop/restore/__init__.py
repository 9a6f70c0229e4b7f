"""The backups, and bringing one back."""

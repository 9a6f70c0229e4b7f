"""What a folder lies on: each system says it in its own way."""

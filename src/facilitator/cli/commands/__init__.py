"""One module for each command: `add_arguments` says what can be typed, `carry_out` does it and gives the answer."""

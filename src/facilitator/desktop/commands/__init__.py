"""Everything that can be done, as data: menus, palette, shortcut sheet and tests read the one list."""

"""Where recommendations are grouped: the tray, the columns of themes, and the moving of cards between them."""

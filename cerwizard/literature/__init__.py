"""References in: reading what literature databases export, and seeing what is there already."""

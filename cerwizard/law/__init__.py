"""What the law says: clauses, code lists and guidance, read from resources/."""

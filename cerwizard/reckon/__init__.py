"""Pure calculations that rules, chapters and pages share."""

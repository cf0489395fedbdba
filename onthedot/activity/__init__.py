"""Activity: who did what when, read from the log of events."""

"""Many stories: a pool of processes that returns records."""

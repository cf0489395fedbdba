"""Figures: one script each, ours and its peers in turn; `make bench` runs them all and writes docs/benchmarks.md."""

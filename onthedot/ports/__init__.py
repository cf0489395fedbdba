"""What Onthedot needs of the world: each question beside its answers."""

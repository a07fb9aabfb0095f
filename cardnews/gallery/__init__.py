"""The gallery: contact sheets of every layout with its samples, one for each theme and size."""

"""A script's bytes to a tree of positioned nodes: text, nodes, and the repair of text that only looks like YAML."""

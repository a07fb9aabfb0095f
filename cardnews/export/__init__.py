"""Cards to files: PNG bytes, numbered pictures in a folder, and the manifest that owns them."""

"""New scripts: from nothing, or from an article in Markdown, plain text, Word or Hancom's HWPX."""

"""From a string to placed glyph lines: normalize, markup, breaks, phrase, wrap, fit, font, shape."""

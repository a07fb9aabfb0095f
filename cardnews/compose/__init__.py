"""Slide + layout + theme + size to Frame: bind values, measure and arrange boxes, fit across the series, emit items."""

"""The samples that layouts carry, as slides: for the preview, the gallery and the list of layouts."""

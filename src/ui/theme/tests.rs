//! Contrast, colour-blind distances, and what may be used where there are no colours.

"""Holds the accurate attribution model's weights, and nothing else; counterclaim.encoder opens them."""

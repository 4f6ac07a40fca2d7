"""How a duet is written: measures of a chart, and the rules that our own charts keep."""

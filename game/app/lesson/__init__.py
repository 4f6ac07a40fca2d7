"""The lesson as the app runs it: where its charts lie, and how a step is played and remembered."""

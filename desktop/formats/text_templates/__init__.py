"""Text exports whose form is a template that a person wrote; run in a process apart."""

"""Sentences for what the pure packages give as data: rule codes and facts become words in the runner's language."""

"""The words of the interface: languages, plurals, numbers, dates and generated sentences."""

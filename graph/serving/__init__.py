"""The site as it is served while somebody writes: each page made when it is asked for."""

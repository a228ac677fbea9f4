"""Records as pages: views of claims and links, drawings, and every page of the site."""

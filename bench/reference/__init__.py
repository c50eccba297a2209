"""The site with two pages more, beside which its own are measured."""

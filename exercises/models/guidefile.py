from django.db import models


class GuideFile(models.Model):
    """A guide's TOML file as it was when last loaded, so that an unchanged one costs no work."""

    name = models.CharField(max_length=100, unique=True)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

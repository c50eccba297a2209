from django.db import models


class GuideFile(models.Model):
    """A guide's TOML file, with its translations, as it was when last loaded.

    `digest` lets an unchanged file cost no work. `loaded` is what it said: what differs from that was edited in the
    admin. A row without it counts everything as edited.
    """

    name = models.CharField(max_length=100, unique=True)
    digest = models.CharField(max_length=64)
    loaded = models.JSONField(default=dict, editable=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

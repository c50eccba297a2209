"""What the names of movements in other apps mean is remembered."""

from collections.abc import Sequence

from training.models import MovementTitle


def tell_titles(told: Sequence[MovementTitle]) -> None:
    """Keep what a runner said of these titles, in place of what was said of them before. One query."""
    MovementTitle.objects.bulk_create(
        told,
        update_conflicts=True,
        unique_fields=["runner", "key"],
        update_fields=["title", "variation", "each_hand"],
    )

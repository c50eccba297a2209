"""A still to SVG: floor, far side, body, near side, one class a shape; colours come from the style sheet."""

from collections.abc import Collection
from functools import cache
from html import escape

from exercises.figures import figure, front, head, muscles, trunk
from exercises.figures.body import Skeleton, skeleton
from exercises.figures.outline import number
from exercises.figures.scene import Drawing, Frame, Still, close_up


@cache
def svg(drawing: Drawing, phase: str, title: str | None = None, *, close: bool = False) -> str:
    """The whole inline drawing. Raises ValueError for a phase other than start and deepest."""
    still = drawing.still(phase)
    frame = close_up(skeleton(still.pose), drawing.frame.below) if close else drawing.frame
    return picture(still, drawing.working, frame, title)


def picture(still: Still, working: Collection[str], frame: Frame, title: str | None = None) -> str:
    """One moment as an inline SVG; ``title`` replaces its caption."""
    body = skeleton(still.pose)
    parts = [
        f'<svg class="figure" role="img" viewBox="{frame.view_box}" xmlns="http://www.w3.org/2000/svg">',
        f"<title>{escape(title or still.what)}</title>",
        floor(frame.left, frame.width),
        *(prop.behind(body) for prop in still.props),
        *(from_the_front if still.pose.front else from_the_side)(body, still, working),
        *(prop.front(body) for prop in still.props),
        "</svg>",
    ]
    return "".join(parts)


def from_the_side(body: Skeleton, still: Still, working: Collection[str]) -> list[str]:
    """The person facing right, from the far arm to the near one."""
    return [
        figure.arm(body.far_arm, figure.FAR, working, fist=still.fists and not still.open_far),
        figure.leg(body.far_leg, figure.FAR, working),
        trunk.torso(body, working),
        head.head(body),
        figure.leg(body.near_leg, figure.NEAR, working),
        *muscles.of_hip(figure.moved(body.hip, figure.NEAR.hip), body.pelvis_tilt, still.pose.near_leg.hip, working),
        *(prop.held(body) for prop in still.props),
        figure.arm(body.near_arm, figure.NEAR, working, fist=still.fists),
    ]


def from_the_front(body: Skeleton, still: Still, working: Collection[str]) -> list[str]:
    """The person facing the viewer; the muscles at work are those of the left side, which carries."""
    return [
        figure.arm(body.far_arm, front.PLAIN, working, fist=still.fists),
        front.leg(body.far_leg),
        front.leg(body.near_leg),
        front.torso(body, working),
        front.head(body),
        figure.arm(body.near_arm, front.PLAIN, working, fist=still.fists),
    ]


def floor(left: float, width: float) -> str:
    """A thin line to the whole width, a little under the nearer foot."""
    return f'<path class="fig-floor" d="M{number(left)} 1.6h{number(width)}"/>'

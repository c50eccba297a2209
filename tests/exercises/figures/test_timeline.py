import pytest

from exercises.figures.body import skeleton
from exercises.figures.poses import DRAWINGS
from exercises.figures.timeline import SAMPLES, Move, Rep, Tempo, Walk, mirrored
from tests.exercises.figures.anatomy import FILMS

TEMPO = Tempo(2, 1, 3, 0.5)


def test_a_rep_goes_out_stops_comes_back_and_rests() -> None:
    drawing = DRAWINGS["squat"]["goblet-squat"]
    film = Rep(TEMPO).film(drawing)
    assert film.moves == [Move(0, 1, 2), Move(1, 1, 1), Move(1, 0, 3), Move(0, 0, 0.5)]
    assert (film.stills[0].pose, film.stills[-1].pose) == (drawing.start.pose, drawing.deepest.pose)
    assert len(film.stills) == SAMPLES + 1


def test_no_stop_is_no_move() -> None:
    film = Rep(Tempo(3, 0, 1, 1)).film(DRAWINGS["squat"]["goblet-squat"])
    assert film.moves == [Move(0, 1, 3), Move(1, 0, 1), Move(0, 0, 1)]


def test_both_sides_begin_in_the_middle_and_end_mirrored() -> None:
    drawing = DRAWINGS["glute-bridge"]["marching-bridge"]
    film = Rep(TEMPO, sides=True).film(drawing)
    near, far = [(1, 0), (0, 0), (0, 1), (1, 1)], [(1, 2), (2, 2), (2, 1), (1, 1)]
    assert [(move.start, move.end) for move in film.moves] == near + far
    assert film.stills[SAMPLES].pose == drawing.start.pose
    assert film.stills[0].pose == drawing.deepest.pose
    assert film.stills[-1] == mirrored(drawing.deepest)


def test_moves_follow_one_another_and_close_the_round() -> None:
    for name, film in FILMS.items():
        ends = [move.end for move in film.moves]
        starts = [move.start for move in film.moves]
        assert starts[1:] == ends[:-1], name
        last = film.stills[ends[-1] * SAMPLES].pose
        first = film.stills[starts[0] * SAMPLES].pose
        assert skeleton(last).hip == pytest.approx(skeleton(first).hip, abs=0.01), name
        assert skeleton(last).near_leg.ball == pytest.approx(skeleton(first).near_leg.ball, abs=0.5), name


def test_somebody_who_walks_stays_in_the_middle_while_the_floor_goes_by() -> None:
    film = FILMS["lunge walking-lunge"]
    deep = DRAWINGS["lunge"]["walking-lunge"].deepest
    body = skeleton(deep.pose)
    assert {round(still.pose.hip[0], 6) for still in film.stills} == {deep.pose.hip[0]}
    step = body.near_leg.ball[0] - body.far_leg.ball[0]
    assert film.walked[-1] == pytest.approx(2 * step, abs=0.5)
    assert list(film.walked) == sorted(film.walked)
    # The foot that stands goes by with the floor.
    for index in range(SAMPLES):
        ball = skeleton(film.stills[index].pose).near_leg.ball
        assert ball[0] + film.walked[index] == pytest.approx(body.near_leg.ball[0], abs=0.5)
    assert film.stills[SAMPLES].pose.near_leg.knee == pytest.approx(deep.pose.far_leg.knee, abs=0.01)


def test_a_walk_has_a_stop_in_each_step() -> None:
    film = Walk(3, 0.5, Rep(TEMPO).course, Rep(TEMPO).course).film(DRAWINGS["lunge"]["walking-lunge"])
    assert film.moves == [Move(0, 1, 3), Move(1, 1, 0.5), Move(1, 2, 3), Move(2, 2, 0.5)]

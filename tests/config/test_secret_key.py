import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from config.secret_key import kept_secret_key


def test_the_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "var" / "secret-key"
    key = kept_secret_key(path)
    assert len(key) >= 50
    assert kept_secret_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_processes_that_start_together_agree(tmp_path: Path) -> None:
    for attempt in range(50):
        with ThreadPoolExecutor(8) as pool:
            keys = set(pool.map(lambda _, path=tmp_path / f"key-{attempt}": kept_secret_key(path), range(8)))
        assert len(keys) == 1
    assert not list(tmp_path.glob(".key-*"))

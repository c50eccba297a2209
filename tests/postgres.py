"""A throw-away PostgreSQL server: `uv run python -m tests.postgres pytest` runs the suite on it."""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

MISSING = "no PostgreSQL programs (initdb, postgres) found: install PostgreSQL's server package to run this"


def program(name: str) -> str | None:
    """The path of one of PostgreSQL's server programs, newest version first where several are installed."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -int(path.parent.name))
    folders = [*map(str, versions), os.environ.get("PATH", "")]
    return shutil.which(name, path=os.pathsep.join(folders))


def unprivileged() -> list[str]:
    """The prefix that runs a program as `postgres` where we are root, whom the server refuses."""
    if os.geteuid() != 0:
        return []
    account = pwd.getpwnam("postgres")
    return ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]


@contextmanager
def server(*, durable: bool = False) -> Iterator[str]:
    """A running server's DATABASE_URL; everything is deleted at the end. Durability is off unless asked for.

    Raises FileNotFoundError where PostgreSQL's programs are not installed.
    """
    initdb, postgres = program("initdb"), program("postgres")
    if not initdb or not postgres:
        raise FileNotFoundError(MISSING)
    with tempfile.TemporaryDirectory(prefix="strides-pg-") as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        make = [*unprivileged(), initdb, "--no-sync", "--auth=trust", "--username=strides", "--encoding=UTF8"]
        subprocess.run(
            [*make, "--locale=C.UTF-8", str(folder / "data")], check=True, stdout=subprocess.DEVNULL, cwd="/"
        )
        port = free_port()
        options = [f"-p{port}", f"-k{folder}", "-clisten_addresses=127.0.0.1"]
        if not durable:
            options += ["-cfsync=off", "-csynchronous_commit=off", "-cfull_page_writes=off"]
        command = [*unprivileged(), postgres, "-D", str(folder / "data"), *options]
        with subprocess.Popen(command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                wait_for(port, process)
                yield f"postgresql://strides@127.0.0.1:{port}/postgres"
            finally:
                process.terminate()
                process.wait(20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes], seconds: float = 20) -> None:
    """Until the server answers; raises RuntimeError where it ends or stays silent."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        try:
            psycopg.connect(host="127.0.0.1", port=port, user="strides", dbname="postgres").close()
            return
        except psycopg.OperationalError:
            time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not answer on port {port}")


def main() -> int:
    with server() as url:
        return subprocess.run(sys.argv[1:], env={**os.environ, "DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

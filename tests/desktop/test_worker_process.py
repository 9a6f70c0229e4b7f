"""The process beside the window: answers, progress, refusals, and an end when it is cancelled."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.desktop import jobs_for_worker as jobs

from facilitator.desktop.worker import Task, Worker, WorkerStopped
from facilitator.desktop.worker_process import Progressed
from facilitator.domain.errors import TargetExists

STUCK = """
import multiprocessing.popen_fork
import sys
import threading
from pathlib import Path
from facilitator.desktop.worker_process import WorkerProcess
from tests.desktop import jobs_for_worker as jobs

if __name__ == "__main__":
    begun = threading.Event()
    process = WorkerProcess(lambda process, answer: begun.set())
    process.send((jobs.hang, (Path(sys.argv[1]),)))
    begun.wait(20)
    multiprocessing.popen_fork.Popen._send_signal = lambda *_: None
    process.end(0.0)
"""
"""A program whose process beside it takes no signal, as one that waits in the system for a stick that is stuck."""
LONG = 20_000
"""Milliseconds in which a process must have begun, also on a computer that is busy."""


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    """A worker that is ended after the test."""
    made = Worker()
    yield made
    made.stop()


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def answer(qtbot: QtBot, task: Task) -> object:
    with qtbot.waitSignal(task.done, timeout=LONG) as told:
        pass
    return told.args[0]


def test_a_job_tells_how_far_it_is_and_gives_its_result(qtbot: QtBot, worker: Worker) -> None:
    steps: list[Progressed] = []
    task = worker.run(jobs.count, [1, 2, 3])
    task.progressed.connect(steps.append)

    assert answer(qtbot, task) == 6
    assert steps == [Progressed(1, 3), Progressed(2, 3), Progressed(3, 3)]


def test_jobs_wait_for_each_other_in_one_process(qtbot: QtBot, worker: Worker) -> None:
    first, second = worker.run(jobs.which), worker.run(jobs.which)
    told: list[object] = []
    first.done.connect(told.append)
    last = answer(qtbot, second)

    assert told == [last]
    assert last != os.getpid()


def test_a_refusal_comes_over_whole(qtbot: QtBot, worker: Worker, tmp_path: Path) -> None:
    task = worker.run(jobs.refuse, tmp_path)
    with qtbot.waitSignal(task.refused, timeout=LONG) as told:
        pass

    error = told.args[0]
    assert isinstance(error, TargetExists)
    assert error.parameters == {"path": tmp_path}
    assert str(error) == str(TargetExists(path=tmp_path))


def test_cancelling_ends_the_process_and_the_next_job_gets_another(
    qtbot: QtBot, worker: Worker, tmp_path: Path
) -> None:
    started = tmp_path / "started"
    task = worker.run(jobs.hang, started)
    waiting = worker.run(jobs.count, [4, 5])
    with qtbot.waitSignal(task.progressed, timeout=LONG):
        pass
    process = int(started.read_text())
    with qtbot.waitSignal(task.cancelled):
        task.cancel()

    assert not is_alive(process)
    assert answer(qtbot, waiting) == 9


def test_a_job_that_waits_can_be_cancelled_before_it_begins(qtbot: QtBot, worker: Worker) -> None:
    first, second = worker.run(jobs.which), worker.run(jobs.quarrel, "never")
    with qtbot.waitSignal(second.cancelled):
        second.cancel()

    assert answer(qtbot, first) != os.getpid()
    second.cancel()


@pytest.mark.parametrize("ask", [lambda worker: worker.run(jobs.quarrel, "x"), lambda worker: worker.run(jobs.vanish)])
def test_a_mistake_in_a_job_is_reported_and_the_next_job_works(
    qtbot: QtBot, worker: Worker, ask: Callable[[Worker], Task]
) -> None:
    with qtbot.captureExceptions() as caught:
        task = ask(worker)
        with qtbot.waitSignal(task.cancelled, timeout=LONG):
            pass
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, _, _ in caught] == [WorkerStopped]

    assert answer(qtbot, worker.run(jobs.count, [1])) == 1


def test_a_process_that_ends_while_it_has_nothing_to_do_is_replaced(qtbot: QtBot, worker: Worker) -> None:
    process = answer(qtbot, worker.run(jobs.which))
    assert isinstance(process, int)
    os.kill(process, signal.SIGKILL)
    qtbot.waitUntil(lambda: worker._process is None, timeout=LONG)

    assert answer(qtbot, worker.run(jobs.which)) != process


def test_stopping_leaves_no_process(qtbot: QtBot, worker: Worker, tmp_path: Path) -> None:
    task = worker.run(jobs.hang, tmp_path / "started")
    with qtbot.waitSignal(task.progressed, timeout=LONG):
        pass
    process = int((tmp_path / "started").read_text())
    worker.stop()

    assert not is_alive(process)


def test_stopping_leaves_no_process_that_does_not_listen(qtbot: QtBot, worker: Worker, tmp_path: Path) -> None:
    task = worker.run(jobs.hang_deaf, tmp_path / "started")
    with qtbot.waitSignal(task.progressed, timeout=LONG):
        pass
    process = int((tmp_path / "started").read_text())
    worker.stop()

    assert not is_alive(process)


def test_a_program_ends_though_its_process_is_stuck_in_the_system(tmp_path: Path) -> None:
    program, started = tmp_path / "program.py", tmp_path / "started"
    program.write_text(STUCK)
    path = os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])
    try:
        subprocess.run(
            [sys.executable, str(program), str(started)], env={**os.environ, "PYTHONPATH": path}, timeout=10, check=True
        )
    finally:
        os.kill(int(started.read_text()), signal.SIGKILL)

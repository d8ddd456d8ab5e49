"""Processes that work on one draft at a time: one that dies takes only its own draft with it."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Generic, TypeVar

W = TypeVar("W")
R = TypeVar("R")


def in_order(job: Callable[[W], R], died: Callable[[W], R], work: Sequence[W], workers: int) -> Iterator[R]:
    """The job's results in the order of the work, as soon as each one's turn comes.

    Args:
        job: a function of a module, for it travels to other processes; it raises nothing.
        died: what to say of work that killed its process.
        workers: how many processes; no more than there is work.
    """
    if not work:
        return
    free: SimpleQueue[_Worker[W, R]] = SimpleQueue()
    team = [_Worker(job, died) for _ in range(min(workers, len(work)))]
    for worker in team:
        free.put(worker)

    def one(piece: W) -> R:
        worker = free.get()
        try:
            return worker(piece)
        finally:
            free.put(worker)

    threads = ThreadPoolExecutor(len(team), initializer=_leave_interrupts_to_the_main_thread)
    try:
        yield from threads.map(one, work)
    finally:
        for worker in team:
            worker.end()
        threads.shutdown(cancel_futures=True)


class _Worker(Generic[W, R]):
    """A process that is started when there is work for it, and again after it died."""

    def __init__(self, job: Callable[[W], R], died: Callable[[W], R]) -> None:
        self.job, self.died, self.ended = job, died, False
        self.line: Connection[W, R] | None = None

    def __call__(self, piece: W) -> R:
        try:
            if self.line is None:
                self.line = self._started()
            self.line.send(piece)
            return self.line.recv()
        except (EOFError, OSError):  # the other end of the line is gone
            self.line = None
            return self.died(piece)

    def _started(self) -> Connection[W, R]:
        context = get_context("spawn")  # a fork of a process with threads may hang
        near, far = context.Pipe()
        self.process = context.Process(target=_serve, args=(self.job, far), daemon=True)
        self.process.start()
        far.close()
        if self.ended:
            self.process.kill()
        return near

    def end(self) -> None:
        """End the process at once."""
        self.ended = True
        if self.line is not None:
            self.process.kill()


def _serve(job: Callable[[W], R], line: Connection[R, W]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
    with suppress(EOFError, OSError):
        while True:
            line.send(job(line.recv()))


def _leave_interrupts_to_the_main_thread() -> None:
    """And to no process that this thread starts: Ctrl-C reaches them too, and their complaints would be shown."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

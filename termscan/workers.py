"""Processes that work on one draft at a time: one that dies takes only its own draft with it."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import LifoQueue
from typing import Generic, TypeVar

W = TypeVar("W")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one piece of work may take; None is no limit."""

    seconds: float | None = None
    megabytes: int | None = None  # of address space, where the system can limit it


AHEAD = 8  # pieces for each process that may be done before their turn; so many results wait in memory at most


def in_order(
    job: Callable[[W], R],
    died: Callable[[W], R],
    work: Iterable[W],
    workers: int,
    known: Callable[[W], R | None] = lambda _: None,
    limits: Limits = Limits(),
    late: Callable[[W], R] | None = None,
) -> Iterator[tuple[W, R, bool]]:
    """Each piece of work with its result, in the order of the work and as soon as its turn comes, and whether it was known.

    Args:
        job: a function of a module, for it travels to other processes; it raises nothing.
        died: what to say of work that killed its process.
        work: taken piece by piece, so that there may be any number of them.
        workers: how many processes at most; they start when there is work for them.
        known: the result where there is one already; asked in this thread.
        limits: of one piece of work; a process that goes beyond them is ended.
        late: what to say of work that took too long; None says what `died` says.
    """
    free: LifoQueue[_Worker[W, R]] = LifoQueue()  # the one that is warm comes first
    team = [_Worker(job, died, limits, late or died) for _ in range(workers)]
    for worker in team:
        free.put(worker)

    def one(piece: W) -> R:
        worker = free.get()
        try:
            return worker(piece)
        finally:
            free.put(worker)

    threads = ThreadPoolExecutor(len(team), initializer=_leave_interrupts_to_the_main_thread)
    waiting: deque[tuple[W, R | Future[R]]] = deque()
    try:
        for piece in work:
            result = known(piece)
            waiting.append((piece, threads.submit(one, piece) if result is None else result))
            while waiting and (len(waiting) > AHEAD * workers or not isinstance(waiting[0][1], Future)):
                yield _settled(*waiting.popleft())
        while waiting:
            yield _settled(*waiting.popleft())
    finally:
        for worker in team:
            worker.end()
        threads.shutdown(cancel_futures=True)


def _settled(piece: W, result: R | Future[R]) -> tuple[W, R, bool]:
    return (piece, result.result(), False) if isinstance(result, Future) else (piece, result, True)


class _Worker(Generic[W, R]):
    """A process that is started when there is work for it, and again after it died."""

    def __init__(self, job: Callable[[W], R], died: Callable[[W], R], limits: Limits, late: Callable[[W], R]) -> None:
        self.job, self.died, self.limits, self.late, self.ended = job, died, limits, late, False
        self.line: Connection[W, R] | None = None

    def __call__(self, piece: W) -> R:
        try:
            if self.line is None:
                self.line = self._started()
            self.line.send(piece)
            if not self.line.poll(self.limits.seconds):
                self.process.kill()
                self.line = None
                return self.late(piece)
            return self.line.recv()
        except (EOFError, OSError):  # the other end of the line is gone
            self.line = None
            return self.died(piece)

    def _started(self) -> Connection[W, R]:
        context = get_context("spawn")  # a fork of a process with threads may hang
        near, far = context.Pipe()
        self.process = context.Process(target=_serve, args=(self.job, far, self.limits.megabytes), daemon=True)
        self.process.start()
        far.close()
        self.line = near  # so that `end` finds it
        if self.ended:
            self.process.kill()
        near.recv()  # it is ready: its start does not count as work
        return near

    def end(self) -> None:
        """End the process at once."""
        self.ended = True
        if self.line is not None:
            self.process.kill()


def _serve(job: Callable[[W], R], line: Connection[R | None, W], megabytes: int | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
    _limit_memory(megabytes)
    with suppress(EOFError, OSError):
        line.send(None)
        while True:
            line.send(job(line.recv()))


def _limit_memory(megabytes: int | None) -> None:
    with suppress(ImportError, OSError, ValueError):  # not on Windows, nor above a limit that is set already
        import resource

        if megabytes:
            resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def _leave_interrupts_to_the_main_thread() -> None:
    """And to no process that this thread starts: Ctrl-C reaches them too, and their complaints would be shown."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

"""Processes that work on one draft at a time: one that dies takes only its own draft with it."""

from __future__ import annotations

import gc
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from queue import LifoQueue, PriorityQueue
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

W = TypeVar("W")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one piece of work may take; None is no limit."""

    seconds: float | None = None
    megabytes: int | None = None  # of address space, where the system can limit it


AHEAD = 16  # pieces for each process that may be done before their turn; so many results wait in memory at most

_GRACE = 1  # seconds that a process has to tidy up
_NEW_OBJECTS = (
    20_000  # between two searches for garbage; a draft makes hundreds of thousands, and hardly any in a circle
)
# A fork of a process with threads may hang: a server without any forks them, where the system has such a thing.
_FORKED = "forkserver" in get_all_start_methods()


def prepare(*modules: str) -> None:
    """Begin to import what the processes will need, once for all of them; where they are not forked, nothing is done."""
    if not _FORKED:
        return
    from multiprocessing import forkserver

    forkserver.set_forkserver_preload(["__main__", *modules])
    masked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # Ctrl-C is for this process alone
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, masked)


def in_order(
    job: Callable[[W], R],
    died: Callable[[W], R],
    work: Iterable[W],
    workers: int,
    known: Callable[[W], R | None] = lambda _: None,
    limits: Limits = Limits(),
    late: Callable[[W], R] | None = None,
    weight: Callable[[W], float] = lambda _: 0,
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
        weight: how long it may take, beside others; of the work that waits the heaviest is begun first.
    """
    free: LifoQueue[_Worker[W, R]] = LifoQueue()  # the one that is warm comes first
    team = [_Worker(job, died, limits, late or died) for _ in range(workers)]
    for worker in team:
        free.put(worker)

    pending: PriorityQueue[tuple[float, int, W, Future[R]]] = PriorityQueue()
    numbers = count()

    def heaviest() -> None:
        *_, piece, result = pending.get()
        worker = free.get()
        try:
            result.set_result(worker(piece))
        except BaseException as fault:
            result.set_exception(fault)
        finally:
            free.put(worker)

    def begun(piece: W) -> Future[R]:
        result: Future[R] = Future()
        pending.put((-weight(piece), next(numbers), piece, result))
        threads.submit(heaviest)
        return result

    threads = ThreadPoolExecutor(len(team), initializer=_leave_interrupts_to_the_main_thread)
    waiting: deque[tuple[W, R | Future[R]]] = deque()
    try:
        for piece in work:
            result = known(piece)
            waiting.append((piece, begun(piece) if result is None else result))
            while waiting and (len(waiting) > AHEAD * workers or not isinstance(waiting[0][1], Future)):
                yield _settled(*waiting.popleft())
        while waiting:
            yield _settled(*waiting.popleft())
    finally:
        for worker in team:
            worker.ask_to_end()
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
        if self.ended:
            return self.died(piece)
        try:
            if self.line is None:
                self.line = self._started()
            self.line.send(piece)
            if not self.line.poll(self.limits.seconds):
                self.process.terminate()
                self.end()
                self.line = None
                return self.late(piece)
            return self.line.recv()
        except (EOFError, OSError):  # the other end of the line is gone
            self.line = None
            return self.died(piece)

    def _started(self) -> Connection[W, R]:
        context: ForkServerContext | SpawnContext
        context = get_context("forkserver") if _FORKED else get_context("spawn")
        near, far = context.Pipe()
        self.process = context.Process(target=_serve, args=(self.job, far, self.limits.megabytes), daemon=True)
        self.process.start()
        far.close()
        self.line = near  # so that `end` finds it
        if self.ended:
            self.process.kill()
        near.recv()  # it is ready: its start does not count as work
        return near

    def ask_to_end(self) -> None:
        """Let the process end the programs that it started, and take its temporary files away."""
        self.ended = True
        if self.line is not None:
            self.process.terminate()

    def end(self) -> None:
        """End the process, at once where it does not do so itself."""
        if self.line is not None:
            self.process.join(_GRACE)
            self.process.kill()


def _serve(job: Callable[[W], R], line: Connection[R | None, W], megabytes: int | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # on the way out everything is tidied up
    _limit_memory(megabytes)
    gc.freeze()  # what was imported ahead stays: no search for garbage need go through it again
    gc.set_threshold(_NEW_OBJECTS)
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

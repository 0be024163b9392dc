"""Work on many sources, in this process or spread over several, batch by batch.

The batches are the same however many processes share them, and so is what comes of them.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from ctypes import c_byte
from pathlib import Path
from typing import TypeVar

from timeline.errors import TimelineError

T = TypeVar("T")
Work = Callable[[Sequence[Path]], Iterable[T]]
_BATCH_BYTES = 100_000  # about a second's work: long enough to be fast, short enough to wait for
_BATCH_SOURCES = 64
_SHARE = 500_000  # bytes that make a process worth its start, some two seconds with a model
_MOST = 4  # processes that nobody asked for; each takes some 300 MB with a model

_stopping: c_byte | None = None  # shared without a lock: one held by a stopped process stays shut


def spread(work: Work[T], paths: Sequence[Path], *, jobs: int | None = 1) -> Iterator[T]:
    """What `work` makes of the paths, in their order.

    `jobs` is the number of processes: 0 one a core, None as many as pay. Then `work` and all it
    gives must be picklable. After Ctrl-C, what was done by then is given before it is raised.
    Raises TimelineError where a process ends in the middle of its work.
    """
    sizes = [_size(path) for path in paths]
    batches = list(_batches(paths, sizes))
    processes = min(_processes(jobs, sum(sizes)), len(batches))
    if processes > 1:
        yield from _over(processes, work, batches)
        return
    for batch in batches:
        yield from work(batch)


def cores() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _processes(jobs: int | None, size: int) -> int:
    return min(cores(), _MOST, size // _SHARE) if jobs is None else jobs or cores()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _batches(paths: Sequence[Path], sizes: Sequence[int]) -> Iterator[list[Path]]:
    batch: list[Path] = []
    weight = 0
    for path, size in zip(paths, sizes, strict=True):
        if batch and (weight + size > _BATCH_BYTES or len(batch) == _BATCH_SOURCES):
            yield batch
            batch, weight = [], 0
        batch.append(path)
        weight += size
    if batch:
        yield batch


def _over(processes: int, work: Work[T], batches: Sequence[Sequence[Path]]) -> Iterator[T]:
    context = multiprocessing.get_context("spawn")  # a fork would copy a thread's locks half-held
    stopping = context.RawValue(c_byte, 0)
    pool = ProcessPoolExecutor(processes, context, initializer=_begin, initargs=(stopping,))
    waiting: deque[tuple[Sequence[Path], Future[list[T]]]] = deque()
    try:
        for batch in batches:
            waiting.append((batch, pool.submit(_done, work, batch)))
            if len(waiting) > 2 * processes:
                yield from _result(*waiting[0])
                waiting.popleft()
        while waiting:
            yield from _result(*waiting[0])
            waiting.popleft()
    except KeyboardInterrupt:
        stopping.value = 1
        pool.shutdown(cancel_futures=True)
        for _, future in waiting:
            if not future.cancelled() and future.exception() is None:
                yield from future.result()
        raise
    finally:
        stopping.value = 1
        pool.shutdown(cancel_futures=True)


def _result(batch: Sequence[Path], future: Future[list[T]]) -> list[T]:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise TimelineError(
            "a process ended in the middle of its work, at this source or one of the next",
            where=batch[0],
            hint="free some memory, or run the command again with --jobs 1",
        ) from error


def _begin(stopping: c_byte) -> None:
    """Set up a process: idle, it leaves Ctrl-C to its parent, and it doesn't outlive that."""
    global _stopping
    _stopping = stopping
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _done(work: Work[T], batch: Sequence[Path]) -> list[T]:
    """A batch's results, gathered in its process; those so far where the run is stopped."""
    results: list[T] = []
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if _stopping is None or not _stopping.value:
            results.extend(work(batch))
    except KeyboardInterrupt:
        pass  # what is in `results` is written and told
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    return results

"""Rendered pictures with their inverse depth as PyTorch takes them, fresh ones without end."""

import collections
import queue
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy
import torch

from render import render

# Seeds from here on are for validation; training never gets there.
VALIDATION = 1 << 60


def use_textures(folder):
    """Surfaces carry crops of the photos of a folder; without, they have patterns only."""
    if folder:
        crops = render.crops_of(folder)
        if not len(crops):
            raise SystemExit(f"Expected photos for textures in {folder}, found none")
        render.set_textures(crops)


def batch(seeds, height, width, draw=map):
    """Pictures [n, 3, h, w] from 0 to 1 and inverse depth [n, 1, h, w], in 1/m, 0 where there is sky."""
    drawn = list(draw(lambda seed: render.picture(seed, width=width, height=height), seeds))
    rgb = torch.from_numpy(numpy.stack([each[0] for each in drawn])).permute(0, 3, 1, 2).contiguous().float() / 255
    return rgb, torch.from_numpy(numpy.stack([each[1] for each in drawn]))[:, None]


class Stream:
    """Batches that are rendered ahead, in the order of their seeds, so that a run can be taken up where it stopped.

    Rendering costs as much as training, so each batch is given out several times, other ones between.
    """

    KEPT = 64

    def __init__(self, size, shapes, first, workers, visits, ahead=4):
        self.size, self.shapes, self.visits = size, shapes, visits
        self.pool = ThreadPoolExecutor(workers)
        self.ready = queue.Queue(ahead)
        self.recent = collections.deque(maxlen=self.KEPT)
        self.random = numpy.random.default_rng(first)
        self.given = 0
        threading.Thread(target=self._render, args=(first,), daemon=True).start()

    def _render(self, number):
        while True:
            seeds = range(number * self.size, (number + 1) * self.size)
            self.ready.put(batch(seeds, *self.shapes[number % len(self.shapes)], self.pool.map))
            number += 1

    def __next__(self):
        self.given += 1
        if self.given % self.visits == 1 % self.visits or not self.recent:
            self.recent.append(self.ready.get())
            return self.recent[-1]
        return self.recent[self.random.integers(len(self.recent))]

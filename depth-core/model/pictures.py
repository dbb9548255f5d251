"""Rendered pictures with their inverse depth, fresh ones without end."""

import ctypes
import queue
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy
import torch
from PIL import Image

HERE = Path(__file__).parent
TEXTURE_SIDE = 256

# Seeds from here on are for validation; training never gets there.
VALIDATION = 1 << 60


class Renderer:
    """The C library of render/, which answers from many threads at once."""

    def __init__(self, textures=None):
        self.library = ctypes.CDLL(str(HERE / "render" / "librender.so"))
        self.library.render_picture.argtypes = [
            ctypes.c_uint64, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p]
        self.library.family_name.restype = ctypes.c_char_p
        if textures:
            self._textures(Path(textures))

    def _textures(self, folder):
        """Photos as square tiles; the library keeps no copy, so that they are kept here."""
        tiles = []
        for file in sorted(folder.iterdir()):
            if file.suffix.lower() in (".png", ".jpg", ".jpeg"):
                photo = Image.open(file).convert("RGB")
                side = min(photo.size)
                for left, top in ((0, 0), (photo.width - side, photo.height - side)):
                    square = photo.crop((left, top, left + side, top + side))
                    tiles.append(numpy.asarray(square.resize((TEXTURE_SIDE, TEXTURE_SIDE), Image.BOX)))
        if not tiles:
            raise SystemExit(f"No photo for textures in {folder}")
        self.tiles = numpy.ascontiguousarray(numpy.stack(tiles), numpy.uint8)
        self.library.set_textures(self.tiles.ctypes.data_as(ctypes.c_void_p), len(tiles), TEXTURE_SIDE)

    def families(self):
        return [self.library.family_name(i).decode() for i in range(self.library.families())]

    def picture(self, seed, height, width, family=-1):
        rgb = numpy.empty((height, width, 3), numpy.uint8)
        inverse = numpy.empty((height, width), numpy.float32)
        drawn = self.library.render_picture(seed, family, width, height, rgb.ctypes.data, inverse.ctypes.data)
        return rgb, inverse, drawn

    def batch(self, seeds, height, width, pool=None):
        """Pictures [n, 3, h, w] from 0 to 1 and inverse depth [n, 1, h, w], in 1/m, 0 where there is sky."""
        render = lambda seed: self.picture(seed, height, width)[:2]
        pairs = list(pool.map(render, seeds) if pool else map(render, seeds))
        rgb = torch.from_numpy(numpy.stack([pair[0] for pair in pairs])).permute(0, 3, 1, 2).float() / 255
        inverse = torch.from_numpy(numpy.stack([pair[1] for pair in pairs]))[:, None]
        return rgb, inverse


class Stream:
    """Batches that are rendered ahead, in order of their seeds, so that a run can be taken up where it stopped."""

    def __init__(self, renderer, size, shapes, first, workers, ahead=4):
        self.renderer, self.size, self.shapes = renderer, size, shapes
        self.pool = ThreadPoolExecutor(workers)
        self.batches = queue.Queue(ahead)
        self.thread = threading.Thread(target=self._render, args=(first,), daemon=True)
        self.thread.start()

    def _render(self, batch):
        while True:
            height, width = self.shapes[batch % len(self.shapes)]
            seeds = range(batch * self.size, (batch + 1) * self.size)
            self.batches.put(self.renderer.batch(seeds, height, width, self.pool))
            batch += 1

    def __next__(self):
        return self.batches.get()

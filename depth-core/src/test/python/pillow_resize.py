"""Makes src/test/resources/io/depth4j/pillow_resize.txt. Run from depth-core with Pillow 13.0.0 and NumPy 2.

Inputs come from a generator that the test repeats, so a line holds only what was resized and a checksum of the result:
  bytes  FILTER MODE width height toWidth toHeight seed CRC-32
  rows   FILTER PATTERN CRC-32          (200 to 150, see PATTERNS)
  floats FILTER width height toWidth toHeight seed SAMPLES   (base64, little-endian; every STEP-th value, see STEP)
  full   FILTER MODE width height toWidth toHeight seed HEX  (the first bytes, to see what a difference looks like)
"""
import base64
import random
import zlib

import numpy as np
import PIL
from PIL import Image

assert PIL.__version__ == "13.0.0", PIL.__version__

FILTERS = {
    "BILINEAR": Image.Resampling.BILINEAR,
    "BICUBIC": Image.Resampling.BICUBIC,
    "LANCZOS3": Image.Resampling.LANCZOS,
}
CHANNELS = {"L": 1, "RGB": 3, "RGBA": 4}
STEP = 61


def states(seed, count):
    """The successive states of a linear congruential generator."""
    out = np.empty(count, np.uint32)
    state = seed
    for i in range(count):
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        out[i] = state
    return out


def pixels(seed, width, height, mode):
    channels = CHANNELS[mode]
    values = (states(seed, width * height * channels) >> 24).astype(np.uint8)
    if mode == "RGBA":  # many transparent and many opaque pixels
        alpha = values[3::4]
        alpha[alpha < 64] = 0
        alpha[alpha > 191] = 255
    shape = (height, width) if channels == 1 else (height, width, channels)
    return values.reshape(shape)


def plane(seed, width, height):
    return ((states(seed, width * height) >> 8).astype(np.float32) / np.float32(1 << 24)).reshape(height, width)


def resized(array, mode, size, kind):
    return np.asarray(Image.fromarray(array, mode).resize(size, FILTERS[kind]))


def pattern(name):
    columns = np.arange(200)
    if name == "random":
        return pixels(99, 200, 2000, "L")
    if name == "flat":
        return np.repeat(np.arange(256, dtype=np.uint8)[:, None], 200, axis=1)
    if name == "step":
        return np.stack([np.where(columns < at, 10, 245) for at in range(201)]).astype(np.uint8)
    if name == "single":
        return np.stack([np.where(columns == at, 255, 0) for at in range(200)]).astype(np.uint8)
    raise ValueError(name)


def main():
    lines = ["# Pillow " + PIL.__version__ + ", made by src/test/python/pillow_resize.py"]
    chance = random.Random(5)
    sizes = [tuple(chance.randint(1, 90) for _ in range(4)) for _ in range(34)]
    sizes += [(1, 1, 7, 5), (31, 23, 1, 1), (640, 11, 150, 5), (90, 400, 33, 30), (5, 700, 5, 3), (300, 4, 8, 4)]
    for kind in FILTERS:
        for seed, (width, height, to_width, to_height) in enumerate(sizes, 1):
            where = f"{width} {height} {to_width} {to_height} {seed}"
            for mode in CHANNELS:
                out = resized(pixels(seed, width, height, mode), mode, (to_width, to_height), kind).tobytes()
                lines.append(f"bytes {kind} {mode} {where} {zlib.crc32(out):08x}")
                if seed == 3:
                    lines.append(f"full {kind} {mode} {where} {out[:600].hex()}")
            out = resized(plane(seed, width, height), "F", (to_width, to_height), kind).ravel()[::STEP]
            lines.append(f"floats {kind} {where} {base64.b64encode(out.astype('<f4').tobytes()).decode()}")
        for name in ("random", "flat", "step", "single"):
            rows = pattern(name)
            out = resized(rows, "L", (150, rows.shape[0]), kind).tobytes()
            lines.append(f"rows {kind} {name} {zlib.crc32(out):08x}")
    with open("src/test/resources/io/depth4j/pillow_resize.txt", "w", encoding="ascii") as file:
        file.write("\n".join(lines) + "\n")


main()

"""Goldens of SciPy's cubic spline zoom. Needs numpy 2.4.6, scipy 1.17.1.

    python scipy_spline_goldens.py resize_rows.json > ../resources/io/depth4j/scipy-spline3.txt

Inputs come from the linear congruential generator below, which the test repeats; of bytes only the CRC-32 is kept. The rows of
the JSON file (name, input, s1_u8) are kept whole, after a check that this SciPy still gives them.
"""

import json
import sys
import warnings
import zlib

import numpy as np
from scipy import ndimage

warnings.simplefilter("ignore")


def noise(seed, count):
    out = np.empty(count, np.uint8)
    x = seed
    for i in range(count):
        x = (x * 1664525 + 1013904223) & 0xFFFFFFFF
        out[i] = x >> 24
    return out


def zoom(plane, to):
    factors = [t / f for t, f in zip(to, plane.shape)]
    out = ndimage.zoom(plane.astype(np.float32), factors, order=3, mode="nearest", prefilter=True)
    assert out.shape == tuple(to) and out.dtype == np.float32
    return out


def cut(floats):
    return np.clip(np.nan_to_num(floats, nan=0.0, posinf=255.0, neginf=0.0), 0, 255).astype(np.uint8)


def row(values, to):
    return cut(zoom(np.asarray(values, np.float32), [to]))


def crc(data):
    return "%08x" % zlib.crc32(data.tobytes())


for case in json.load(open(sys.argv[1]))["cases"]:
    assert np.array_equal(row(case["input"], 150), case["s1_u8"]), case["name"]
    print("row", case["name"], ",".join("%g" % v for v in case["input"]), ",".join(map(str, case["s1_u8"])))

for seed in range(2000):
    print("noise", 200, 150, seed, crc(row(noise(seed, 200), 150)))
sizes = noise(77, 400).astype(int)
for i in range(0, 400, 2):
    fr, to = 1 + sizes[i] * (1 + i % 5), 1 + sizes[i + 1] * (1 + i % 3)
    print("noise", fr, to, 5000 + i, crc(row(noise(5000 + i, fr), to)))
for fr, to in ((200, 150), (31, 64)):
    for k in range(0, fr, 7):
        print("step", fr, to, k, crc(row(np.where(np.arange(fr) < k, 0, 255), to)))
        print("pulse", fr, to, k, crc(row(np.where(np.arange(fr) == k, 255, 0), to)))

for n, (fw, fh, tw, th) in enumerate(((17, 9, 11, 14), (40, 33, 21, 12), (5, 7, 16, 20), (64, 48, 48, 64), (1, 6, 3, 4))):
    image = noise(9000 + n, fw * fh * 3).reshape(fh, fw, 3)
    out = np.stack([cut(zoom(image[:, :, c], (th, tw))) for c in range(3)], 2)
    print("rgb", fw, fh, tw, th, 9000 + n, crc(out))

for n, (fw, fh, tw, th) in enumerate(
    ((7, 5, 4, 9), (1, 1, 3, 2), (13, 1, 1, 4), (20, 18, 33, 11), (6, 9, 6, 4), (9, 6, 4, 6), (2, 2, 5, 5), (30, 30, 1, 1))
):
    plane = noise(100 + n, fw * fh).reshape(fh, fw).astype(np.float32) / 4 - 20
    print("floats", fw, fh, tw, th, 100 + n, ",".join("%.9g" % v for v in zoom(plane, (th, tw)).ravel()))

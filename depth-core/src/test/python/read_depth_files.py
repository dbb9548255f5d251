"""Lets NumPy, OpenCV and Pillow read the depth files that DepthFilesTest writes, and prints a table of verdicts.

Versions: numpy 2.4.6, opencv-python-headless 5.0.0, pillow 13.0.0.
Run after the tests: python read_depth_files.py ../../../target/depth-files
"""

import os
import sys

import cv2
import numpy as np
from PIL import Image

folder = sys.argv[1]

# The map of DepthFileSamples.
y, x = np.mgrid[0:5, 0:7]
valid = (x + 2 * y) % 5 != 0
expected = np.where(valid, 0.5 + 0.25 * x + 0.125 * y, np.nan).astype(np.float32)

METRES = "kind=METRIC axis=Z "


def path(name):
    return os.path.join(folder, name)


def stored(samples, steps):
    assert samples.dtype == np.uint16, samples.dtype
    return np.where(samples == 0, np.nan, samples / steps).astype(np.float32)


def opencv_png(name, steps):
    return stored(cv2.imread(path(name), cv2.IMREAD_UNCHANGED), steps)


def pillow_png(name, steps):
    with Image.open(path(name)) as image:
        assert image.text["depth4j"] == METRES + f"steps={steps:.1f}", image.text
        return stored(np.asarray(image).astype(np.uint16), steps)


def pillow_range(name):
    with Image.open(path(name)) as image:
        said = dict(pair.split("=") for pair in image.text["depth4j"].split())
        assert said["kind"] == "AFFINE_INVARIANT", said
        low, high = float(said["low"]), float(said["high"])
        samples = np.asarray(image).astype(np.float64)
    values = low + (samples - 1) / 65534 * (high - low)
    # Not exact: half a step of the range.
    assert np.nanmax(np.abs(np.where(samples == 0, np.nan, values) - expected)) <= (high - low) / 65534 / 2
    return np.where(samples == 0, np.nan, expected)


def opencv_pfm(name):
    return cv2.imread(path(name), cv2.IMREAD_UNCHANGED)


def numpy_npy(name):
    return np.load(path(name))


def numpy_npz(name):
    with np.load(path(name)) as archive:
        assert str(archive["kind"]) == "METRIC" and str(archive["axis"]) == "Z"
        assert archive["mask"].dtype == bool
        assert np.array_equal(archive["mask"], valid)
        return archive["depth"]


CHECKS = [
    ("PNG16 millimetres", "OpenCV", lambda: opencv_png("millimetres.png", 1000)),
    ("PNG16 millimetres", "Pillow, with note", lambda: pillow_png("millimetres.png", 1000)),
    ("PNG16 KITTI", "OpenCV", lambda: opencv_png("kitti.png", 256)),
    ("PNG16 KITTI", "Pillow, with note", lambda: pillow_png("kitti.png", 256)),
    ("PNG16 TUM", "OpenCV", lambda: opencv_png("tum.png", 5000)),
    ("PNG16 TUM", "Pillow, with note", lambda: pillow_png("tum.png", 5000)),
    ("PNG16 range", "Pillow, with note", lambda: pillow_range("range.png")),
    ("PFM", "OpenCV", lambda: opencv_pfm("depth.pfm")),
    ("NPY", "NumPy", lambda: numpy_npy("depth.npy")),
    ("NPZ", "NumPy", lambda: numpy_npz("depth.npz")),
]

failures = 0
print(f"{'format':<18} {'tool':<18} verdict")
for name, tool, read in CHECKS:
    try:
        found = read()
        same = found.dtype == np.float32 and np.array_equal(found, expected, equal_nan=True)
        verdict = "same values" if same else "OTHER VALUES"
    except Exception as e:  # Whatever a library throws at our file is its verdict.
        same = False
        verdict = f"REFUSED: {type(e).__name__}: {e}"
    failures += not same
    print(f"{name:<18} {tool:<18} {verdict}")
sys.exit(1 if failures else 0)

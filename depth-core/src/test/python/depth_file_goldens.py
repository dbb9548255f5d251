"""Writes small depth files by NumPy, OpenCV and Pillow for DepthFileGoldensTest.

Versions: numpy 2.4.6, opencv-python-headless 5.0.0, pillow 13.0.0.
Run: python depth_file_goldens.py ../resources/io/depth4j/depth-files
"""

import os
import struct
import sys

import cv2
import numpy as np
from PIL import Image, PngImagePlugin

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)


def path(name):
    return os.path.join(folder, name)


# The map of DepthFileSamples: exact in every format, missing on slanted lines.
y, x = np.mgrid[0:5, 0:7]
depth = (0.5 + 0.25 * x + 0.125 * y).astype(np.float32)
valid = (x + 2 * y) % 5 != 0
holes = np.where(valid, depth, np.float32(np.nan))
zeros = np.where(valid, depth, np.float32(0))

# PNG: 0 is missing.
cv2.imwrite(path("opencv-kitti.png"), (zeros * 256).astype(np.uint16))
cv2.imwrite(path("opencv-tum.png"), (zeros * 5000).astype(np.uint16))
Image.fromarray((zeros * 1000).astype(np.uint16)).save(path("pillow-millimetres.png"))
note = PngImagePlugin.PngInfo()
note.add_text("Software", "another note")
note.add_text("depth4j", "kind=SCALE_INVARIANT axis=RAY steps=512")
Image.fromarray((zeros * 512).astype(np.uint16)).save(path("pillow-noted.png"), pnginfo=note)

# PFM: OpenCV writes little-endian; Middlebury marks missing values by infinity.
cv2.imwrite(path("opencv.pfm"), holes)
with open(path("numpy-big-endian.pfm"), "wb") as file:
    file.write(b"Pf\n7 5\n1.0\n" + holes[::-1].astype(">f4").tobytes())
with open(path("numpy-infinite.pfm"), "wb") as file:
    file.write(b"Pf\n7 5\n-0.003922\n" + np.where(valid, depth, np.float32(np.inf))[::-1].astype("<f4").tobytes())

# NPY and NPZ.
np.save(path("numpy-f4.npy"), holes)
np.save(path("numpy-f8.npy"), holes.astype("<f8"))
np.save(path("numpy-big-endian.npy"), holes.astype(">f4"))
np.save(path("numpy-batch.npy"), holes[np.newaxis])
np.save(path("numpy-channel.npy"), holes[..., np.newaxis])
np.save(path("numpy-fortran.npy"), np.asfortranarray(holes))
np.save(path("numpy-u2.npy"), (zeros * 1000).astype(np.uint16))
np.savez(path("numpy-unnamed.npz"), holes)
np.savez(path("numpy-masked.npz"), depth=depth, mask=valid, image=np.zeros((5, 7, 3), np.uint8))
np.savez_compressed(path("numpy-bytes.npz"), mask=valid.astype(np.uint8) * 255, depth=depth.astype("<f8"))
np.savez_compressed(path("numpy-kind.npz"), depth=holes, kind="AFFINE_INVARIANT", axis="RAY")

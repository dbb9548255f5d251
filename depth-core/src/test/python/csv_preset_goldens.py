"""Rows of tables and what two ways to store them give. Needs numpy 2.4.6, scipy 1.17.1, pillow 13.0.0.

    python csv_preset_goldens.py > ../resources/io/depth4j/frames/csv-presets.txt

Each row stands on three lines: its 200 cells as a table writes them, then 150 bytes in hexadecimal digits by SciPy's cubic
spline (clipped and truncated afterwards; one pixel that is not a number makes the row zeros), then by Pillow's bilinear filter
(clipped and truncated before). A blank cell is 0.
"""

import warnings

import numpy as np
from PIL import Image
from scipy import ndimage

warnings.simplefilter("ignore")


def spline(cells):
    row = np.array([0.0 if c == "" else float(c) for c in cells], np.float32)
    if np.all((row == 0) | np.isnan(row)):
        return np.zeros(150, np.uint8)
    out = ndimage.zoom(row, 0.75, order=3, mode="nearest", prefilter=True)
    out = np.nan_to_num(out, nan=0.0, posinf=255.0, neginf=0.0)
    return np.clip(out, 0, 255).astype(np.uint8)


def triangle(cells):
    row = np.array([np.nan if c == "" else float(c) for c in cells], np.float64)
    row = np.nan_to_num(np.clip(row, 0, 255), nan=0.0).astype(np.uint8)
    image = Image.fromarray(row.reshape(1, 200))
    return np.asarray(image.resize((150, 1), Image.Resampling.BILINEAR)).reshape(150)


def rows():
    random = np.random.default_rng(1)
    for _ in range(6):
        yield [str(v) for v in random.integers(0, 256, 200)]
    for digits in (1, 3, 9, 16):
        yield [repr(round(float(v), digits)) for v in random.uniform(-20, 275, 200)]
    # Beside whole numbers, closer than floats can tell.
    for _ in range(2):
        near = random.integers(0, 256, 200) + random.choice([-1e-9, 0, 1e-9], 200)
        yield [repr(float(v)) for v in near]
    smooth = 127 + 120 * np.sin(np.arange(200) / 9)
    yield [f"{v:.4f}" for v in smooth]
    for special in ("", "nan", "inf", "-inf", "300", "-7"):
        for places in ([0], [199], [3, 90], range(40, 60)):
            cells = [str(v) for v in random.integers(0, 256, 200)]
            for place in places:
                cells[place] = special
            yield cells
    yield [""] * 200
    yield ["nan"] * 200
    yield ["0"] * 200
    yield ["255"] * 200


for cells in rows():
    print(",".join(cells))
    print(spline(cells).tobytes().hex())
    print(triangle(cells).tobytes().hex())

"""Makes src/main/resources/io/depth4j/colormaps.bin, the tables of all named colormaps, and, for the tests, their hashes.

Needs matplotlib==3.11.2 cmocean==4.0.3 opencv-python-headless==4.13.0.92. Run it in depth-core:

    python src/test/python/colormaps.py

The format, big-endian: the four bytes "D4CM", a byte for the version (1), an unsigned short for the number of maps; then for
each map the length of its name in a byte, the name in ASCII, its kind in a byte (the place in KINDS) and 256 times red,
green, blue.

Floats of a source become the nearest byte, as OpenCV's copies of the same maps and matplotlib's to_hex have them.
"""

import hashlib
import struct
from pathlib import Path

import cmocean
import cv2
import matplotlib
import numpy as np

assert matplotlib.__version__ == "3.11.2", matplotlib.__version__
assert cv2.__version__ == "4.13.0", cv2.__version__

KINDS = ["sequential", "diverging", "cyclic", "miscellaneous"]

# matplotlib's own groups, except that maps whose lightness turns back (spring, winter, cool) are not called sequential.
MATPLOTLIB = {
    "sequential": """viridis plasma inferno magma cividis
        Greys Purples Blues Greens Oranges Reds YlOrBr YlOrRd OrRd PuRd RdPu BuPu GnBu PuBu YlGnBu PuBuGn BuGn YlGn
        binary gist_yarg gist_gray gray bone pink summer autumn Wistia hot afmhot gist_heat copper""",
    "diverging": """PiYG PRGn BrBG PuOr RdGy RdBu RdYlBu RdYlGn Spectral coolwarm bwr seismic berlin managua vanimo""",
    "cyclic": "twilight twilight_shifted hsv",
    "miscellaneous": """spring winter cool flag prism ocean gist_earth terrain gist_stern gnuplot gnuplot2 CMRmap cubehelix
        brg gist_rainbow rainbow jet turbo nipy_spectral gist_ncar""",
}
CMOCEAN = {"sequential": "deep dense thermal"}
OPENCV = {
    "sequential": "autumn bone cividis deepgreen hot inferno magma ocean parula pink plasma summer viridis",
    "cyclic": "hsv twilight twilight_shifted",
    "miscellaneous": "cool jet rainbow spring turbo winter",
}


def nearest(cmap):
    """The whole scale: by their places, not by their indices, because some maps have more than 256 entries."""
    return np.rint(cmap(np.linspace(0, 1, 256))[:, :3] * 255).astype(np.uint8)


def opencv(name):
    bgr = cv2.applyColorMap(np.arange(256, dtype=np.uint8), getattr(cv2, "COLORMAP_" + name.upper()))
    return bgr.reshape(256, 3)[:, ::-1]


def geological():
    """Seven stops, interpolated in doubles in exactly this order of operations, then truncated."""
    stops = [0x000080, 0x0000FF, 0x00FFFF, 0x00FF00, 0xFFFF00, 0xFF8000, 0xFF0000]
    at = [255 * (k * (1 / 6)) for k in range(7)]
    table = []
    for i in range(256):
        x = 255 * (i * (1 / 255))
        k = max(0, min(5, sum(1 for a in at if a < x) - 1))
        d = (x - at[k]) / (at[k + 1] - at[k])
        for shift in (16, 8, 0):
            y0, y1 = ((stops[k] >> shift & 255) / 255, (stops[k + 1] >> shift & 255) / 255)
            table.append(int((d * (y1 - y0) + y0) * 255))
    return np.array(table, np.uint8).reshape(256, 3)


def heatlog():
    """Five stops, interpolated in whole numbers and rounded down."""
    stops = [(0, (0, 0, 139)), (64, (0, 139, 139)), (128, (0, 200, 100)), (192, (255, 215, 0)), (255, (255, 69, 0))]
    table = []
    for (i0, c0), (i1, c1) in zip(stops, stops[1:]):
        table += [[a + (b - a) * k // (i1 - i0) for a, b in zip(c0, c1)] for k in range(i1 - i0)]
    return np.array(table + [stops[-1][1]], np.uint8)


def grouped(groups, prefix, table):
    return [(prefix + name, kind, table(name)) for kind, names in groups.items() for name in names.split()]


maps = (
    grouped(MATPLOTLIB, "", lambda name: nearest(matplotlib.colormaps[name]))
    + grouped(CMOCEAN, "cmocean.", lambda name: nearest(getattr(cmocean.cm, name)))
    + grouped(OPENCV, "opencv.", opencv)
    + [
        ("geological", "miscellaneous", geological()),
        ("heatlog", "miscellaneous", heatlog()),
        # matplotlib's own bytes, which it truncates
        ("magma.truncated", "sequential", matplotlib.colormaps["magma"](np.arange(256), bytes=True)[:, :3]),
    ]
)

path = Path(__file__).parents[2] / "main/resources/io/depth4j/colormaps.bin"
with open(path, "wb") as out:
    out.write(b"D4CM" + struct.pack(">BH", 1, len(maps)))
    for name, kind, table in maps:
        out.write(struct.pack("B", len(name)) + name.encode("ascii") + struct.pack("B", KINDS.index(kind)))
        out.write(table.tobytes())

hashes = Path(__file__).parents[1] / "resources/io/depth4j/colormaps.sha256"
hashes.write_text("".join(f"{hashlib.sha256(table.tobytes()).hexdigest()}  {name}\n" for name, _, table in maps))
print(f"{path.name}: {len(maps)} maps, {path.stat().st_size} bytes")

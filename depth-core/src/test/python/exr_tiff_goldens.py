"""Makes src/test/resources/io/depth4j/depth-files/. Run from depth-core with OpenEXR 3.4.15, tifffile 2026.3.3 and NumPy 2.

Each file holds the same 19 rows of 33 pixels, which the test makes again: pixel (x, y) is (y * 33 + x) / 8 + 0.5, exact also
as a half; (1, 0) is NaN, (2, 0) infinite, (3, 0) negatively so. Files named "refused" hold what is not read.
"""
import pathlib

import numpy as np
import OpenEXR
import tifffile

assert OpenEXR.__version__ == "3.4.15", OpenEXR.__version__
assert tifffile.__version__ == "2026.3.3", tifffile.__version__

WIDTH, HEIGHT = 33, 19
OUT = pathlib.Path("src/test/resources/io/depth4j/depth-files")

NOTE = "kind=SCALE_INVARIANT axis=RAY"

depth = (np.arange(WIDTH * HEIGHT, dtype=np.float32) / 8 + 0.5).reshape(HEIGHT, WIDTH)
depth[0, 1:4] = np.nan, np.inf, -np.inf
other = np.full_like(depth, 77)


def exr(name, channels, compression=OpenEXR.ZIP_COMPRESSION, **header):
    window = np.array([0, 0], np.int32), np.array([WIDTH - 1, HEIGHT - 1], np.int32)
    entries = {"compression": compression, "type": OpenEXR.scanlineimage, "dataWindow": window, "displayWindow": window}
    with OpenEXR.File({**entries, **header}, dict(channels)) as file:
        file.write(str(OUT / f"{name}.exr"))


def tiff(name, **options):
    tifffile.imwrite(OUT / f"{name}.tiff", depth, metadata=None, software=False, **options)


OUT.mkdir(parents=True, exist_ok=True)
Z = {"Z": depth}
exr("none", Z, OpenEXR.NO_COMPRESSION)
exr("zips", Z, OpenEXR.ZIPS_COMPRESSION)
exr("zip", Z)
exr("decreasing", Z, lineOrder=OpenEXR.DECREASING_Y)
exr("decreasing-none", Z, OpenEXR.NO_COMPRESSION, lineOrder=OpenEXR.DECREASING_Y)
exr("half", {"Z": depth.astype(np.float16)})
exr("among", {"R": other, "G": other.astype(np.float16), "Z": depth, "A": other.astype(np.uint32)})
exr("only", {"Y": depth})
exr("layers", {"normal.X": other, "normal.Z": other, "view.Depth.Z": depth})
shifted = (np.array([-3, 5], np.int32), np.array([-3 + WIDTH - 1, 5 + HEIGHT - 1], np.int32))
exr("window", Z, dataWindow=shifted)
exr("noted", Z, depth4j=NOTE)
exr("refused-piz", Z, OpenEXR.PIZ_COMPRESSION)
exr("refused-dwaa", Z, OpenEXR.DWAA_COMPRESSION)
exr("refused-colors", {"R": other, "G": other, "B": other})
exr("refused-uint", {"Z": other.astype(np.uint32)})
tiles = OpenEXR.TileDescription()
tiles.xSize = tiles.ySize = 16
exr("refused-tiles", Z, type=OpenEXR.tiledimage, tiles=tiles)
parts = [OpenEXR.Part({}, Z, name) for name in ("left", "right")]
with OpenEXR.File(parts) as file:
    file.write(str(OUT / "refused-parts.exr"))

for order, name in (("<", "little"), (">", "big")):
    tiff(f"{name}-none", byteorder=order, rowsperstrip=HEIGHT)
    tiff(f"{name}-strips", byteorder=order, rowsperstrip=4)
    tiff(f"{name}-deflate", byteorder=order, rowsperstrip=4, compression="zlib")
tiff("noted", description="depth4j " + NOTE)
tiff("described", description="depth of somebody else")
tiff("refused-tiles", tile=(16, 16))
tiff("refused-bigtiff", bigtiff=True)
tifffile.imwrite(OUT / "refused-shorts.tiff", depth.astype(np.float16), metadata=None, software=False)

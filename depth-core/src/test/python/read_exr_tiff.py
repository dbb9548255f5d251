"""Lets other libraries read our OpenEXR, TIFF and GDepth files and prints a table: format, tool, verdict.

Run from depth-core after DepthSamplesTest, which leaves the files in target/depth-samples, with OpenEXR 3.4.15,
tifffile 2026.3.3, Pillow 13.0.0, opencv-python-headless 5.0, NumPy 2, and exiftool if there is one. Ends with 1 when a
verdict is not "same". The wheel of OpenCV is built without OpenEXR, so it is not asked for these.
"""
import base64
import io
import pathlib
import re
import shutil
import subprocess
import sys

import cv2
import numpy as np
import OpenEXR
import PIL
import tifffile
from PIL import Image

FOLDER = pathlib.Path("target/depth-samples")

plane = (np.arange(33 * 19, dtype=np.float32) / 8 + 0.5).reshape(19, 33)
plane[0, 1:4] = np.nan, np.inf, -np.inf
pixel = np.full((1, 1), 2.5, np.float32)
ramp = (0.5 + (np.arange(300 * 200, dtype=np.int64) * 7919 % 60000) / 1000).reshape(200, 300)


def openexr(path):
    with OpenEXR.File(str(path)) as file:
        return file.channels()["Z"].pixels


def opencv(path):
    read = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    if read is None:
        raise ValueError("OpenCV reads no picture")
    return read


def compare(read, expected):
    if read.dtype != np.float32 or read.shape != expected.shape:
        return f"found {read.dtype} {read.shape}"
    return "same" if np.array_equal(read, expected, equal_nan=True) else "other values"


def decoded(png, form, near, far):
    stored = np.asarray(Image.open(io.BytesIO(png))).astype(np.float64) / 65535
    return near + stored * (far - near) if form == "RangeLinear" else far * near / (far - stored * (far - near))


def near_enough(read, form, near, far):
    step = far - near if form == "RangeLinear" else ramp * ramp * (1 / near - 1 / far)
    same = read.shape == ramp.shape and np.all(np.abs(read - ramp) <= 0.51 * step / 65535)
    return "same" if same else "other values"


def pillow_gdepth(path):
    """The segments as Pillow hands them out, put together here."""
    image = Image.open(path)
    image.load()
    main = image.info["xmp"].decode()
    value = lambda name: re.search(name + '="([^"]*)"', main).group(1)
    head = b"http://ns.adobe.com/xmp/extension/\0"
    parts = [data[len(head):] for name, data in image.applist if name == "APP1" and data.startswith(head)]
    assert all(part[:32].decode() == value("xmpNote:HasExtendedXMP") for part in parts)
    extension = b"".join(part[40:] for part in sorted(parts, key=lambda part: part[36:40]))
    png = base64.b64decode(re.search(b'GDepth:Data="([^"]*)"', extension).group(1))
    form, near, far = value("GDepth:Format"), float(value("GDepth:Near")), float(value("GDepth:Far"))
    return near_enough(decoded(png, form, near, far), form, near, far)


def exiftool_gdepth(path):
    def ask(*tags):
        return subprocess.run(["exiftool", *tags, str(path)], check=True, capture_output=True).stdout

    form, near, far = ask("-s3", "-n", "-XMP-GDepth:Format", "-XMP-GDepth:Near", "-XMP-GDepth:Far").decode().split()
    png = ask("-b", "-XMP-GDepth:DepthImage")
    warnings = ask("-warning", "-s3").decode().strip()
    return warnings or near_enough(decoded(png, form, float(near), float(far)), form, float(near), float(far))


FLOATS = {
    ".exr": {"OpenEXR " + OpenEXR.__version__: openexr},
    ".tiff": {
        "tifffile " + tifffile.__version__: tifffile.imread,
        "OpenCV " + cv2.__version__: opencv,
        "Pillow " + PIL.__version__: lambda path: np.asarray(Image.open(path)),
    },
}
GDEPTH = {"Pillow " + PIL.__version__: pillow_gdepth}
if shutil.which("exiftool"):
    version = subprocess.run(["exiftool", "-ver"], check=True, capture_output=True).stdout.decode().strip()
    GDEPTH["exiftool " + version] = exiftool_gdepth


def verdicts():
    for path in sorted(FOLDER.iterdir()):
        expected = plane if path.name.startswith("plane") else pixel
        tools = GDEPTH if path.suffix == ".jpg" else FLOATS[path.suffix]
        for tool, read in tools.items():
            try:
                yield path.name, tool, read(path) if path.suffix == ".jpg" else compare(read(path), expected)
            except Exception as e:
                yield path.name, tool, f"{type(e).__name__}: {e}"


rows = list(verdicts())
print(f"{'format':<24} {'tool':<20} verdict")
for name, tool, verdict in rows:
    print(f"{name:<24} {tool:<20} {verdict}")
sys.exit(0 if rows and all(verdict == "same" for _, _, verdict in rows) else 1)

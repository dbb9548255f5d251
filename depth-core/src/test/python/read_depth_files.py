#!/usr/bin/env python3
"""Lets NumPy, OpenCV, Pillow, OpenEXR and tifffile read our depth files, value by value, and prints: format | tool | verdict.

Versions: numpy 2.4.6, opencv-python-headless 5.0.0, pillow 13.0.0, openexr 3.4.15, tifffile 2026.3.3; exiftool 12 or newer where
there is one. DepthFilesForOthersTest writes the files to target/depth-files, or where -Ddepth4j.depthFiles says:
    mvn -pl depth-core test -Dtest=DepthFilesForOthersTest
    depth-core/src/test/python/read_depth_files.py depth-core/target/depth-files
Ends with 1 when a verdict is not "same", or a file has no reader. The wheel of OpenCV is built without OpenEXR.
"""

import base64
import hashlib
import io
import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import cv2
import numpy as np
import OpenEXR
import PIL
import tifffile
from PIL import Image

FOLDER = pathlib.Path(sys.argv[1])


def planes():
    """What DepthFileSamples and DepthFilesForOthersTest write, made again."""
    y, x = np.mgrid[0:5, 0:7]
    slanted = np.where((x + 2 * y) % 5 != 0, 0.5 + 0.25 * x + 0.125 * y, np.nan)
    ends = np.arange(33 * 19).reshape(19, 33) / 8 + 0.5
    ends[0, 1:4] = np.nan, np.inf, -np.inf
    i = np.arange(500 * 300).reshape(300, 500)
    tall = np.where(i % 7 == 0, np.nan, i / 16)
    found = {"slanted": slanted, "ends": ends, "tall": tall, "pixel": np.full((1, 1), 2.5)}
    return {name: plane.astype(np.float32) for name, plane in found.items()}


PLANES = planes()
RAMP = (0.5 + (np.arange(300 * 200, dtype=np.int64) * 7919 % 60000) / 1000).reshape(200, 300)
STEPS = {"millimetres": 1000, "kitti": 256, "tum": 5000}


def require(true, what):
    if not true:
        raise ValueError(what)


def kind(path):
    """What a file of this name says of itself."""
    if path.stem == "slanted-range":
        return "AFFINE_INVARIANT"
    return "AFFINE_INVARIANT_INVERSE" if path.stem.startswith("ends-") else "METRIC"


def note(path):
    return f"kind={kind(path)} axis={'Z' if kind(path) == 'METRIC' else 'RAY'}"


def require_note(found, path):
    require(found == note(path), f"says {found}, expected {note(path)}")


def stored(samples, path, low=0.625, high=2.5):
    """The values of a PNG; without a scale they lie evenly between the ends of the map, exact to half a step."""
    require(samples.dtype == np.uint16, f"samples are {samples.dtype}")
    name = path.stem.split("-")[1]
    if name in STEPS:
        return np.where(samples == 0, np.nan, samples / STEPS[name]).astype(np.float32)
    plane = PLANES["slanted"]
    values = np.where(samples == 0, np.nan, low + (samples - 1.0) / 65534 * (high - low))
    wrong = np.nanmax(np.abs(values - plane)) > (high - low) / 65534 / 2 + 1e-7
    return values.astype(np.float32) if wrong else np.where(samples == 0, np.nan, plane)


def opencv(path):
    read = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    require(read is not None, "reads no picture")
    return read


def pillow_png(path):
    with Image.open(path) as image:
        said, scale = image.text["depth4j"].split(), path.stem.split("-")[1]
        require_note(" ".join(said[:2]), path)
        samples = np.asarray(image).astype(np.uint16)
        numbers = {name: float(value) for name, value in (pair.split("=") for pair in said[2:])}
        if scale not in STEPS:
            return stored(samples, path, **numbers)
        require(numbers == {"steps": STEPS[scale]}, f"says {numbers}")
        return stored(samples, path)


def numpy_npz(path):
    with np.load(path) as archive:
        require_note(f"kind={archive['kind']} axis={archive['axis']}", path)
        require(archive["mask"].dtype == bool, "the mask is not of bool")
        require(np.array_equal(archive["mask"], ~np.isnan(archive["depth"])), "the mask is not that of NaN")
        return archive["depth"]


def openexr(path):
    with OpenEXR.File(str(path)) as file:
        require_note(file.header()["depth4j"], path)
        expected = OpenEXR.ZIP_COMPRESSION if "-zip" in path.stem else OpenEXR.NO_COMPRESSION
        require(file.header()["compression"] == expected, "is packed in another way")
        require(list(file.channels()) == ["Z"], "has other channels than Z")
        return file.channels()["Z"].pixels


def tifffile_tiff(path):
    with tifffile.TiffFile(path) as file:
        require_note(file.pages[0].description.removeprefix("depth4j "), path)
        return file.asarray()


def pillow_tiff(path):
    with Image.open(path) as image:
        require_note(image.tag_v2[270].removeprefix("depth4j "), path)
        return np.asarray(image)


RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
GDEPTH = "{http://ns.google.com/photos/1.0/depthmap/}"
NOTE = "{http://ns.adobe.com/xmp/note/}"


def properties(packet):
    """The properties of an XMP packet: attributes (the short form) and elements (the long one) alike."""
    found = {}
    for description in ElementTree.fromstring(packet).iter(RDF + "Description"):
        found.update(description.attrib)
        found.update({element.tag: element.text for element in description})
    return found


def long_form(packet):
    """The same packet with elements in place of attributes."""
    tree = ElementTree.fromstring(packet)
    for description in tree.iter(RDF + "Description"):
        for name in [name for name in description.attrib if not name.startswith(RDF)]:
            ElementTree.SubElement(description, name).text = description.attrib.pop(name)
    return ElementTree.tostring(tree)


def segments(jpeg):
    """Marker, begin and end of all segments before the first scan."""
    at = 2
    while jpeg[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        yield jpeg[at + 1], at, end
        at = end


def packets(jpeg):
    """The main XMP packet and the extended one, put together by their offsets and checked against their name, an MD5."""
    main_head, more_head = b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
    contents = [jpeg[begin + 4 : end] for marker, begin, end in segments(jpeg) if marker == 0xE1]
    mains = [content[len(main_head) :] for content in contents if content.startswith(main_head)]
    pieces = [content[len(more_head) :] for content in contents if content.startswith(more_head)]
    require(len(mains) == 1, f"has {len(mains)} main packets")
    begin, end = mains[0].index(b"<x:xmpmeta"), mains[0].index(b"</x:xmpmeta>") + len(b"</x:xmpmeta>")
    main = mains[0][begin:end]
    extended = bytearray(int.from_bytes(pieces[0][32:36], "big"))
    filled = 0
    for piece in pieces:
        require(piece[:32].decode() == properties(main)[NOTE + "HasExtendedXMP"], "a piece has another GUID")
        require(int.from_bytes(piece[32:36], "big") == len(extended), "a piece claims another length")
        offset = int.from_bytes(piece[36:40], "big")
        extended[offset : offset + len(piece) - 40] = piece[40:]
        filled += len(piece) - 40
    require(filled == len(extended), "pieces are missing")
    digest = hashlib.md5(extended).hexdigest().upper()
    require(digest == properties(main)[NOTE + "HasExtendedXMP"], "the GUID is not the MD5 of the extended packet")
    return main, bytes(extended)


def near_enough(png, form, near, far):
    """Every pixel lies within half a step."""
    share = np.asarray(Image.open(io.BytesIO(png))).astype(np.float64) / 65535
    read = near + share * (far - near) if form == "RangeLinear" else far * near / (far - share * (far - near))
    step = far - near if form == "RangeLinear" else RAMP * RAMP * (1 / near - 1 / far)
    require(read.shape == RAMP.shape, f"is of {read.shape}")
    require(np.all(np.abs(read - RAMP) <= 0.51 * step / 65535), "has other values")


def require_gdepth(main, extended, path):
    expected = {"Mime": "image/png", "Units": "m", "MeasureType": "OpticalAxis", "ImageWidth": "90", "ImageHeight": "60"}
    found = {name: main[GDEPTH + name] for name in expected}
    require(found == expected, f"says {found}")
    form = main[GDEPTH + "Format"]
    require(form == ("RangeLinear" if "linear" in path.stem else "RangeInverse"), f"is {form}")
    near_enough(base64.b64decode(extended[GDEPTH + "Data"]), form, float(main[GDEPTH + "Near"]), float(main[GDEPTH + "Far"]))


def xmp_short(path):
    main, extended = packets(path.read_bytes())
    require(b"GDepth:Format=" in main and b"GDepth:Data=" in extended, "is not in the short form")
    require_gdepth(properties(main), properties(extended), path)


def xmp_long(path):
    main, extended = packets(path.read_bytes())
    require_gdepth(properties(long_form(main)), properties(long_form(extended)), path)


def photo_kept(path):
    """Take our segments away, and the bytes of the JPEG are left, where we know them."""
    file = path.read_bytes()
    ours = [(begin, end) for marker, begin, end in segments(file) if file[begin + 4 : end].startswith(b"http://ns.adobe")]
    rest = file[: ours[0][0]] + file[ours[-1][1] :]
    require(all(a[1] == b[0] for a, b in zip(ours, ours[1:])), "our segments do not follow each other")
    pixels = np.asarray(Image.open(io.BytesIO(rest)))
    require(np.array_equal(np.asarray(Image.open(path)), pixels), "Pillow shows another photo")
    require(np.array_equal(opencv(path), cv2.imdecode(np.frombuffer(rest, np.uint8), cv2.IMREAD_COLOR)), "OpenCV does")
    require("photo" not in path.stem or rest == (FOLDER / "photo.jpeg").read_bytes(), "bytes of the JPEG changed")


def exiftool_gdepth(path):
    def ask(*tags):
        return subprocess.run(["exiftool", *tags, str(path)], check=True, capture_output=True).stdout

    form, near, far = ask("-s3", "-n", "-XMP-GDepth:Format", "-XMP-GDepth:Near", "-XMP-GDepth:Far").decode().split()
    warnings = ask("-warning", "-s3").decode().strip()
    require(not warnings, warnings)
    near_enough(ask("-b", "-XMP-GDepth:DepthImage"), form, float(near), float(far))


PILLOW, OPENCV, NUMPY = (f"{name} {version}" for name, version in
    [("Pillow", PIL.__version__), ("OpenCV", cv2.__version__), ("NumPy", np.__version__)])
PLANE_READERS = {
    ".png": {OPENCV: lambda path: stored(opencv(path), path), PILLOW: pillow_png},
    ".pfm": {OPENCV: opencv},
    ".npy": {NUMPY: np.load},
    ".npz": {NUMPY: numpy_npz},
    ".exr": {"OpenEXR " + OpenEXR.__version__: openexr},
    ".tiff": {"tifffile " + tifffile.__version__: tifffile_tiff, OPENCV: opencv, PILLOW: pillow_tiff},
}
# The packets as they stand, with attributes, and with elements in their place, which other writers prefer.
GDEPTH_READERS = {"xml.etree, short form": xmp_short, "xml.etree, made long": xmp_long, "Pillow, OpenCV: photo": photo_kept}
if shutil.which("exiftool"):
    version = subprocess.run(["exiftool", "-ver"], check=True, capture_output=True).stdout.decode().strip()
    GDEPTH_READERS["exiftool " + version] = exiftool_gdepth


def plane_verdict(read, path):
    expected = PLANES[path.stem.split("-")[0]]
    found = read(path)
    if found.dtype != np.float32 or found.shape != expected.shape:
        return f"found {found.dtype} of {found.shape}"
    if not np.array_equal(np.isnan(found), np.isnan(expected)):
        return "other missing pixels"
    return "same" if np.array_equal(found, expected, equal_nan=True) else "other values"


def gdepth_verdict(check, path):
    check(path)
    return "same"


def verdicts():
    for path in sorted(FOLDER.iterdir(), key=lambda path: (path.suffix, path.stem)):
        if path.suffix == ".jpeg":
            continue
        readers = GDEPTH_READERS if path.suffix == ".jpg" else PLANE_READERS[path.suffix]
        for tool, read in readers.items():
            try:
                verdict = (gdepth_verdict if path.suffix == ".jpg" else plane_verdict)(read, path)
            except Exception as e:  # Whatever a library throws at our file is its verdict.
                verdict = f"{type(e).__name__}: {e}"
            yield path, tool, verdict


FORMATS = {".png": "PNG16", ".pfm": "PFM", ".npy": "NPY", ".npz": "NPZ", ".exr": "EXR", ".tiff": "TIFF", ".jpg": "GDepth"}
rows = list(verdicts())
print("| format | tool | verdict |\n|---|---|---|")
for name in dict.fromkeys((FORMATS[path.suffix], tool) for path, tool, _ in rows):
    own = [(path, verdict) for path, tool, verdict in rows if (FORMATS[path.suffix], tool) == name]
    bad = [f"{path.name}: {verdict}" for path, verdict in own if verdict != "same"]
    print(f"| {name[0]} | {name[1]} | {'; '.join(bad) if bad else f'same in {len(own)} files'} |")
missing = set(FORMATS) - {path.suffix for path, _, _ in rows}
if missing:
    print("no files of", ", ".join(sorted(missing)))
sys.exit(1 if missing or any(verdict != "same" for _, _, verdict in rows) else 0)

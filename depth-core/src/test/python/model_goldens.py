"""Makes src/test/resources/io/depth4j/model-goldens.txt. Run from depth-core with NumPy 2.4.6, OpenCV 5.0.0 and Pillow 13.0.0.

Pictures and sizes come from generators that the tests repeat. A line holds
  sizes  RULE width height multiple CRC-32              (of 10,000 lines "w h W H")
  tensor SPEC width height seed WIDTH HEIGHT SAMPLES    (of what a network sees, see sample)
  map    SPEC width height seed FX SAMPLES              (of a finished map; FX is - where no camera is known)
The networks behind the maps are those of ModelFamiliesTest: three channels are weighed, then shifted or squeezed by a sigmoid.
What is computed here is computed in double precision, but for what OpenCV and Pillow do.
"""
import zlib

import cv2
import numpy as np
import PIL
from PIL import Image

assert (np.__version__, cv2.__version__, PIL.__version__) == ("2.4.6", "5.0.0", "13.0.0")

SAMPLES = 50
WEIGHTS = np.array([0.5, 0.3, 0.2])
BIAS = 3.0
IMAGENET = (np.array([0.485, 0.456, 0.406]), np.array([0.229, 0.224, 0.225]))
HALVES = (np.array([0.5] * 3), np.array([0.5] * 3))
NONE = (np.zeros(3), np.ones(3))


def mixed(values):
    """Bits without a pattern, of 32-bit numbers."""
    x = values.astype(np.uint32)
    x = (x ^ (x >> np.uint32(16))) * np.uint32(0x7FEB352D)
    x = (x ^ (x >> np.uint32(15))) * np.uint32(0x846CA68B)
    return x ^ (x >> np.uint32(16))


def picture(width, height, seed):
    """A repeating slope with noise on it."""
    noise = mixed(np.arange(width * height * 3, dtype=np.uint32) + np.uint32(seed * 10000019)).reshape(height, width, 3)
    y, x, c = np.mgrid[0:height, 0:width, 0:3].astype(np.uint32)
    return (((x * 5 + y * 3 + c * 40) & 127) + (noise & 127)).astype(np.uint8)


# --- sizes, as MiDaS, Depth Anything V2 and Hugging Face's DPT processor compute them ---


def size(rule, width, height, w, h, multiple):
    if rule == "squash":
        return w, h
    if rule == "exact-down":
        return width // multiple * multiple, height // multiple * multiple
    across, down = w / width, h / height
    scale = {
        "lower-bound": max(across, down),
        "upper-bound": min(across, down),
        "min-change": across if abs(1 - across) < abs(1 - down) else down,
    }[rule]

    def side(length, bound):
        nearest = np.round(length / multiple) * multiple
        if rule == "lower-bound" and nearest < bound:
            nearest = np.ceil(length / multiple) * multiple
        if rule == "upper-bound" and nearest > bound:
            nearest = np.floor(length / multiple) * multiple
        return int(nearest)

    return side(scale * width, w), side(scale * height, h)


def sizes(rule, w, h, multiple):
    """From 200 to 4199: for longer strips the references round a side to nothing."""
    bits = mixed(np.arange(20000, dtype=np.uint32))
    lines = []
    for i in range(10000):
        width, height = 200 + int(bits[2 * i]) % 4000, 200 + int(bits[2 * i + 1]) % 4000
        a, b = size(rule, width, height, w, h, multiple)
        lines.append(f"{width} {height} {a} {b}\n")
    return zlib.crc32("".join(lines).encode())


# --- what a network sees ---


def corners(plane, to):
    """Bilinear, the outermost pixels on one another."""
    for axis, length in ((0, to[1]), (1, to[0])):
        n = plane.shape[axis]
        at = np.arange(length) * ((n - 1) / (length - 1))
        low = np.minimum(at.astype(int), n - 1)
        high = np.minimum(low + 1, n - 1)
        shape = [1] * plane.ndim
        shape[axis] = length
        t = (at - low).reshape(shape)
        plane = np.take(plane, low, axis) * (1 - t) + np.take(plane, high, axis) * t
    return plane


def prepared(rgb, spec):
    to = size(spec["size"][0], rgb.shape[1], rgb.shape[0], *spec["size"][1:])
    kind = spec["resample"]
    if kind.startswith("pillow"):
        method = {"pillow-bicubic": Image.Resampling.BICUBIC, "pillow-bilinear": Image.Resampling.BILINEAR}[kind]
        values = np.asarray(Image.fromarray(rgb).resize(to, method)).astype(np.float64)
    elif kind == "torch-bilinear-corners":
        values = corners(rgb.astype(np.float64), to)
    else:
        method = {"opencv-bicubic": cv2.INTER_CUBIC, "opencv-bilinear": cv2.INTER_LINEAR, "opencv-area": cv2.INTER_AREA}[kind]
        values = cv2.resize((rgb / 255.0).astype(np.float32), to, interpolation=method).astype(np.float64) * 255
    mean, deviation = spec["normal"]
    return ((values * spec.get("scale", 1 / 255) - mean) / deviation).transpose(2, 0, 1)


# --- finished maps ---


def bilinear(plane, to):
    for axis, length in ((0, to[1]), (1, to[0])):
        n = plane.shape[axis]
        at = np.clip((np.arange(length) + 0.5) * (n / length) - 0.5, 0, n - 1)
        low = np.minimum(at.astype(int), n - 1)
        high = np.minimum(low + 1, n - 1)
        t = (at - low).reshape((-1, 1) if axis == 0 else (1, -1))
        plane = np.take(plane, low, axis) * (1 - t) + np.take(plane, high, axis) * t
    return plane


def bicubic_clamped(plane, to):
    a = -0.75
    low, high = plane.min(), plane.max()

    def near(x):
        return ((a + 2) * x - (a + 3)) * x * x + 1

    def far(x):
        return ((a * x - 5 * a) * x + 8 * a) * x - 4 * a

    for axis, length in ((0, to[1]), (1, to[0])):
        n = plane.shape[axis]
        at = (np.arange(length) + 0.5) * (n / length) - 0.5
        first = np.floor(at).astype(int)
        t = (at - first).reshape((-1, 1) if axis == 0 else (1, -1))
        taps = [np.take(plane, np.clip(first + k, 0, n - 1), axis) for k in (-1, 0, 1, 2)]
        plane = taps[0] * far(t + 1) + taps[1] * near(t) + taps[2] * near(1 - t) + taps[3] * far(2 - t)
    return np.clip(plane, low, high)


UPSAMPLE = {"corners": corners, "bilinear": bilinear, "bicubic": bicubic_clamped}


def finished(rgb, spec, fx):
    seen = prepared(rgb, spec)
    raw = np.tensordot(WEIGHTS, seen, 1) + BIAS
    if spec.get("most"):
        raw = spec["most"] / (1 + np.exp(BIAS - raw))
    if spec.get("sky"):
        raw = np.where(raw > spec["sky"], np.nan, raw)
    to = (rgb.shape[1], rgb.shape[0])
    values = raw if raw.shape == to[::-1] else UPSAMPLE[spec["upsample"]](raw, to)
    if fx and "focal" in spec:
        values = values * (fx * seen.shape[2] / rgb.shape[1] / spec["focal"])
    return values


# --- the file ---


def sample(values):
    flat = values.ravel()
    stride = flat.size // SAMPLES
    return " ".join("%.7g" % flat[k * stride + k * 37 % stride] for k in range(SAMPLES))


DAV2 = {"size": ("lower-bound", 518, 518, 14), "resample": "opencv-bicubic", "normal": IMAGENET, "upsample": "corners"}
HF = {"size": ("min-change", 518, 518, 14), "resample": "pillow-bicubic", "normal": IMAGENET, "upsample": "bicubic"}
DA3 = {"size": ("upper-bound", 504, 504, 14), "resample": "opencv-area", "normal": IMAGENET, "upsample": "bilinear"}
DPT = {"size": ("min-change", 384, 384, 32), "resample": "opencv-bicubic", "normal": HALVES, "upsample": "bicubic"}
SPECS = {
    "depth-anything-v2-small": DAV2,
    "depth-anything-v2-small-hf": HF,
    "depth-anything-v2-metric-indoor-small": DAV2 | {"most": 20},
    "depth-anything-v2-metric-indoor-small-hf": HF | {"most": 20},
    "depth-anything-v2-metric-outdoor-base": DAV2 | {"most": 80},
    "depth-anything-v2-metric-outdoor-base-hf": HF | {"most": 80},
    "depth-anything-3-mono-large": DA3 | {"sky": 3.8},
    "depth-anything-3-metric-large": DA3 | {"focal": 300},
    "video-depth-anything-small": DAV2,
    "midas-v2.1-small": DPT | {"size": ("squash", 256, 256, 1), "normal": NONE},
    "dpt-hybrid": DPT,
    "dpt-large": DPT,
    "zoedepth-nyu-kitti": DPT | {"size": ("min-change", 512, 384, 32), "resample": "torch-bilinear-corners"},
    "glpn-nyu": {
        "size": ("exact-down", 1, 1, 32), "resample": "pillow-bilinear", "normal": NONE, "upsample": "bicubic", "most": 10,
    },
    "metric3d-v2-small": {
        "size": ("upper-bound", 1064, 616, 14), "resample": "opencv-bilinear", "normal": NONE, "scale": 1,
        "upsample": "bilinear", "focal": 1000,
    },
    "depth-pro": {
        "size": ("squash", 1536, 1536, 1), "resample": "opencv-bilinear", "normal": HALVES, "upsample": "bilinear",
        "focal": 1200,
    },
    "resnet50-bottleneck-224": {
        "size": ("squash", 224, 224, 1), "resample": "pillow-bilinear", "normal": IMAGENET, "upsample": "bilinear",
    },
    "fastdepth-nyu": {
        "size": ("squash", 224, 224, 1), "resample": "pillow-bilinear", "normal": NONE, "upsample": "bilinear",
    },
}
ODD = [
    (33, 21), (51, 77), (97, 61), (101, 135), (177, 101), (211, 157), (223, 301), (321, 239), (333, 251), (401, 299),
    (413, 611), (479, 639), (499, 375), (517, 389), (517, 519), (519, 517), (601, 401), (639, 361), (641, 479), (701, 525),
    (767, 1021), (801, 533), (853, 479), (901, 1201), (1001, 751), (1023, 577), (1135, 641), (1243, 375), (1501, 1125),
    (1919, 1079),
]
MAPS = [(201, 151), (777, 555), (555, 777)]


def main():
    with open("src/test/resources/io/depth4j/model-goldens.txt", "w") as out:
        for rule in (
            ("lower-bound", 518, 518, 14), ("min-change", 518, 518, 14), ("min-change", 384, 384, 32),
            ("min-change", 512, 384, 32), ("upper-bound", 1064, 616, 14), ("upper-bound", 384, 384, 32),
            ("exact-down", 1, 1, 32),
        ):
            print("sizes", *rule, "%08x" % sizes(*rule), file=out)
        for name in ("depth-anything-v2-small", "depth-anything-v2-small-hf"):
            for seed, (width, height) in enumerate(ODD):
                tensor = prepared(picture(width, height, seed), SPECS[name])
                print("tensor", name, width, height, seed, tensor.shape[2], tensor.shape[1], sample(tensor), file=out)
        for name, spec in SPECS.items():
            pictures = MAPS if not spec.get("sky") else [(504, 378), (378, 504)]
            for seed, (width, height) in enumerate(pictures):
                rgb = picture(width, height, seed)
                for fx in (None, 0.8 * width) if "focal" in spec else (None,):
                    values = finished(rgb, spec, fx)
                    print("map", name, width, height, seed, fx or "-", sample(values), file=out)
                    if spec.get("sky"):
                        print(name, "share of sky", np.isnan(values).mean())


main()

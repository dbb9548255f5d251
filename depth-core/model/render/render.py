"""Pictures of made-up scenes with their depth, drawn by librender.so (run `make` first)."""
import ctypes
import os

import numpy as np

_library = ctypes.CDLL(os.path.join(os.path.dirname(os.path.abspath(__file__)), "librender.so"))
_library.render_picture.argtypes = [ctypes.c_uint64, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p]
_library.set_textures.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
_library.family_name.restype = ctypes.c_char_p

FAMILIES = [_library.family_name(i).decode() for i in range(_library.families())]


def set_textures(crops):
    """Crops of photos for the surfaces: uint8 [count, side, side, 3], side a power of two. Call before the first picture."""
    crops = np.ascontiguousarray(crops, np.uint8)
    _library.set_textures(crops.ctypes.data, crops.shape[0], crops.shape[1])


def crops_of(folder, side=256, each=9, seed=0):
    """Square crops of every photo in a folder."""
    from PIL import Image

    rng, out = np.random.default_rng(seed), []
    for name in sorted(os.listdir(folder)):
        if not name.lower().endswith((".png", ".jpg", ".jpeg")):
            continue
        photo = Image.open(os.path.join(folder, name)).convert("RGB")
        for _ in range(each):
            edge = int(min(photo.size) * np.exp(rng.uniform(np.log(0.2), 0)))
            x, y = rng.integers(0, photo.width - edge + 1), rng.integers(0, photo.height - edge + 1)
            out.append(np.array(photo.crop((x, y, x + edge, y + edge)).resize((side, side), Image.LANCZOS)))
    return np.array(out)


def picture(seed, family=-1, width=256, height=192, rgb=None, inverse=None):
    """(rgb uint8 [h, w, 3], inverse depth float32 [h, w], family); the same seed gives the same picture; other threads may run."""
    rgb = np.empty((height, width, 3), np.uint8) if rgb is None else rgb
    inverse = np.empty((height, width), np.float32) if inverse is None else inverse
    drawn = _library.render_picture(seed, family, width, height, rgb.ctypes.data, inverse.ctypes.data)
    if drawn < 0:
        raise ValueError(f"no picture of family {family} at {width} x {height}")
    return rgb, inverse, drawn

"""Draws pictures and their depth, a sheet for each family: python contact_sheet.py FOLDER [--photos FOLDER] [--family NAME] [--count N]"""
import argparse
import os
import time

import numpy as np
from PIL import Image

import render


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder")
    options.add_argument("--photos")
    options.add_argument("--family", choices=render.FAMILIES)
    options.add_argument("--count", type=int, default=24)
    options.add_argument("--seed", type=int, default=0)
    options = options.parse_args()
    if options.photos:
        render.set_textures(render.crops_of(options.photos))
    os.makedirs(options.folder, exist_ok=True)
    for number, name in enumerate(render.FAMILIES):
        if options.family not in (None, name):
            continue
        rows, row, start = [], [], time.process_time()
        for i in range(options.count):
            rgb, inverse, _ = render.picture(options.seed + i, number)
            grey = np.clip(inverse / max(np.percentile(inverse, 98), 1e-6), 0, 1) ** 0.7 * 255
            row.append(np.concatenate([rgb, np.repeat(grey[..., None], 3, 2).astype(np.uint8)]))
            if len(row) == 6:
                rows.append(np.concatenate(row, 1))
                row = []
        spent = (time.process_time() - start) / options.count
        print(f"{name}: {1 / spent:.0f} pictures/s")
        Image.fromarray(np.concatenate(rows)).save(os.path.join(options.folder, name + ".png"))


if __name__ == "__main__":
    main()

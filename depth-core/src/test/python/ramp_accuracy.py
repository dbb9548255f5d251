"""The accuracy of a vertical ramp over a folder with a manifest.csv, without this library. Needs numpy 2.4.6, pillow 13.0.0.

    python ramp_accuracy.py FOLDER

Per source AbsRel and delta1 after a fit of scale and shift in disparity: over all known pixels, and over at most 30,000 of each
photo, drawn by NumPy with the seed 0.
"""

import csv
import pathlib
import sys

import numpy as np
from PIL import Image


def accuracy(estimate, known, kind):
    target = 1 / known if kind == "depth" else known
    scale, shift = np.linalg.lstsq(np.c_[estimate, np.ones_like(estimate)], target, rcond=None)[0]
    if scale <= 0:
        scale, shift = 0, target.mean()
    aligned = scale * estimate + shift
    if kind == "depth":
        aligned = 1 / np.maximum(aligned, 1 / (100 if known.max() > 20 else 20))
    with np.errstate(divide="ignore"):
        ratio = np.where(aligned > 0, np.maximum(aligned / known, known / aligned), np.inf)
    return np.mean(np.abs(aligned - known) / known), np.mean(ratio < 1.25)


def main(folder):
    results = {}
    with open(folder / "manifest.csv", newline="") as table:
        for row in csv.DictReader(table):
            known = np.array(Image.open(folder / row["gt"])).astype(np.float64) * float(row["scale"])
            rows, columns = np.nonzero(known > 0)
            estimate, values = (rows + 0.5) / known.shape[0], known[rows, columns]
            drawn = np.arange(len(values))
            if len(values) > 30000:
                drawn = np.random.RandomState(0).choice(len(values), 30000, False)
            results.setdefault(row["id"].split("_")[0], []).append(
                (*accuracy(estimate, values, row["kind"]), *accuracy(estimate[drawn], values[drawn], row["kind"]))
            )
    means = {source: np.mean(each, axis=0) for source, each in results.items()}
    means["mean of sources"] = np.mean(list(means.values()), axis=0)
    for source, mean in means.items():
        print("%-16s all %.4f / %.4f   drawn %.4f / %.4f" % (source, *mean))


main(pathlib.Path(sys.argv[1]))

"""Measures a checkpoint on rendered pictures that training never sees, and on real pairs where they are given.

    python evaluate.py runs/main.pt --textures PHOTOS --pairs EVAL
    python evaluate.py bundled.onnx --textures PHOTOS

The second measures what ships, weights as halves, by ONNX Runtime.

EVAL is a folder with manifest.csv, as `depth evaluate --manifest` takes it. Selection among checkpoints is by the rendered
pictures; the real pairs are for the record, and the model card says how often they were looked at.
"""

import argparse
import csv
from pathlib import Path

import numpy
import torch
import torch.nn.functional as functional
from PIL import Image

import measures
from network import Network, Shape, prepared
from pictures import VALIDATION, batch, use_textures

AREA = 256 * 192
MULTIPLE = 32


def load(file):
    """What turns prepared pictures into disparity."""
    if Path(file).suffix == ".onnx":
        return exported(file)
    checkpoint = torch.load(file, map_location="cpu", weights_only=True)
    network = Network(Shape(**checkpoint["shape"]))
    network.load_state_dict(checkpoint["average"])
    return network.eval().to(memory_format=torch.channels_last)


def exported(file):
    from onnxruntime import InferenceSession

    session = InferenceSession(str(file), providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    one = lambda picture: torch.from_numpy(session.run(None, {name: picture[None].numpy()})[0])
    return lambda pictures: torch.cat([one(picture) for picture in pictures])


def input_size(width, height):
    """As the spec's rule has it: the photo's shape, in multiples, of about AREA pixels."""
    shape = width / height
    side = lambda length: max(MULTIPLE, round(length / MULTIPLE) * MULTIPLE)
    return side((AREA * shape) ** 0.5), side((AREA / shape) ** 0.5)


@torch.no_grad()
def disparity(network, rgb, size):
    """Of pictures from 0 to 1, at a size (height, width)."""
    return functional.interpolate(network(prepared(rgb)).float(), size=size, mode="bilinear", align_corners=False)


def rendered(network, count, height=192, width=256):
    """AbsRel, delta1, boundary F1, order; means over pictures without much sky."""
    random = numpy.random.default_rng(1)
    rows = []
    for first in range(0, count, 16):
        rgb, inverse = batch(range(VALIDATION + first, VALIDATION + first + 16), height, width)
        for estimate, known in zip(disparity(network, rgb, (height, width))[:, 0].numpy(), inverse[:, 0].numpy()):
            seen = known > 1 / measures.STREET
            if seen.mean() < 0.3:
                continue
            depth = 1 / known[seen]
            fitted = measures.aligned(estimate[seen], known[seen])
            whole = numpy.full(known.shape, measures.STREET)
            whole[seen] = depth
            drawn = whole.copy()
            drawn[seen] = measures.depth_of(fitted, depth)
            rows.append([
                *measures.absrel_delta1(drawn[seen], depth),
                measures.boundary_f1(drawn, whole),
                measures.order(estimate[seen], known[seen], random)])
    return numpy.nanmean(numpy.array(rows), 0)


def real(network, folder):
    """AbsRel, delta1, Spearman of each source."""
    found = {}
    for row in csv.DictReader(open(Path(folder) / "manifest.csv")):
        photo = Image.open(Path(folder) / row["rgb"]).convert("RGB")
        known = numpy.asarray(Image.open(Path(folder) / row["gt"])).astype(numpy.float64) * float(row["scale"])
        small = photo.resize(input_size(*photo.size), Image.BILINEAR)
        rgb = torch.from_numpy(numpy.asarray(small).copy()).permute(2, 0, 1)[None].float() / 255
        estimate = disparity(network, rgb, known.shape)[0, 0].numpy().astype(numpy.float64)
        seen = known > 0
        estimate, known = estimate[seen], known[seen]
        if row["kind"] == "depth":
            fitted = measures.aligned(estimate, 1 / known)
            scores = measures.absrel_delta1(measures.depth_of(fitted, known), known)
            rank = measures.spearman(estimate, 1 / known)
        else:
            scores = measures.absrel_delta1(numpy.maximum(measures.aligned(estimate, known), 1e-3), known)
            rank = measures.spearman(estimate, known)
        found.setdefault(row["id"].split("_")[0], []).append([*scores, rank])
    return {source: numpy.mean(scores, 0) for source, scores in found.items()}


def told(network, count, pairs):
    """One line of figures for the log."""
    text = "rendered absrel %.3f delta1 %.3f edges %.3f order %.3f" % tuple(rendered(network, count))
    if pairs:
        sources = real(network, pairs)
        text += " | real absrel %.3f delta1 %.3f rank %.3f |" % tuple(numpy.mean(list(sources.values()), 0))
        text += "".join(" %s %.3f/%.3f/%.2f" % (source, *scores) for source, scores in sources.items())
    return text


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", help="of train.py, or the ONNX file that export.py made of it")
    parser.add_argument("--textures", help="a folder of photos that serve as surfaces, as in training")
    parser.add_argument("--pairs", help="a folder with manifest.csv")
    parser.add_argument("--count", type=int, default=512, help="rendered pictures")
    given = parser.parse_args()
    use_textures(given.textures)
    print(told(load(given.checkpoint), given.count, given.pairs))

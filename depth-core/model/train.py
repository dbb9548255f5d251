"""Trains the bundled network on pictures that are rendered meanwhile.

    python train.py runs/main --textures PHOTOS --hours 3
    python train.py runs/main --textures PHOTOS --hours 1 --finish

The first trains at a constant rate, and goes on from runs/main.pt where that is there; the second lets the rate fall to
nothing at the end. runs/main.log keeps every figure, with the options and versions of each start.
"""

import argparse
import copy
import math
import os
import sys
import time
from dataclasses import asdict
from pathlib import Path

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("run", help="where checkpoint and log go, without ending")
parser.add_argument("--textures", help="a folder of photos that serve as surfaces")
parser.add_argument("--pairs", help="a folder of real pairs, measured now and then, for the record")
parser.add_argument("--hours", type=float, default=1, help="how long to train")
parser.add_argument("--finish", action="store_true", help="let the rate fall to nothing by the end of the hours")
parser.add_argument("--batch", type=int, default=16)
parser.add_argument("--rate", type=float, default=2e-3)
parser.add_argument("--average", type=float, default=0.999, help="share that the averaged weights keep at each step")
parser.add_argument("--edges", type=float, default=0.3, help="weight of the differences between neighbours")
parser.add_argument("--minutes", type=float, default=10, help="between two measurements")
parser.add_argument("--scale", type=float, default=1, help="of the pictures: 1 is 256x192")
parser.add_argument("--visits", type=int, default=2, help="how often a rendered picture is used, each time changed anew")
parser.add_argument("--workers", type=int, default=os.cpu_count(), help="threads that render")
parser.add_argument("--threads", type=int, default=os.cpu_count(), help="threads that train")
parser.add_argument("--device", default="cpu")
given = parser.parse_args()

import numpy
import torch

import evaluate
from augment import Augmentation
from losses import loss, target
from network import Network, Shape, prepared
from pictures import Stream, use_textures

# Height and width, all of about the same area; most photos are 4:3.
SHAPES = [(192, 256), (192, 256), (160, 288), (224, 224), (192, 256), (256, 192), (128, 384), (192, 256)]
WARM_UP = 300
SOFT_START = 800  # steps in which edges come to count; at once, training stalls
VALIDATED = 256


def main():
    torch.set_num_threads(given.threads)
    torch.manual_seed(0)
    run = Path(given.run)
    run.parent.mkdir(parents=True, exist_ok=True)
    log = open(run.with_suffix(".log"), "a")

    def say(text):
        print(text, flush=True)
        print(text, file=log, flush=True)

    network = Network().to(given.device, memory_format=torch.channels_last)
    average = copy.deepcopy(network).eval()
    optimizer = torch.optim.AdamW(groups(network), lr=given.rate)
    done = 0
    checkpoint = run.with_suffix(".pt")
    if checkpoint.exists():
        saved = torch.load(checkpoint, map_location=given.device, weights_only=True)
        network.load_state_dict(saved["network"])
        average.load_state_dict(saved["average"])
        optimizer.load_state_dict(saved["optimizer"])
        done = saved["done"]
    use_textures(given.textures)
    shapes = [tuple(int(32 * round(side * given.scale / 32)) for side in shape) for shape in SHAPES]
    stream = Stream(given.batch, shapes, done, given.workers, given.visits)
    augmentation = Augmentation(done)
    say(f"start {done} {' '.join(sys.argv[1:])} | torch {torch.__version__} numpy {numpy.__version__}"
        f" | {sum(each.numel() for each in network.parameters())} parameters {shapes}")

    begun = measured = time.time()
    first, losses, waited = done, [], 0
    while True:
        passed = (time.time() - begun) / 3600 / given.hours
        for group in optimizer.param_groups:
            group["lr"] = rate(done, passed)
        asked = time.time()
        rgb, inverse = augmentation(*next(stream))
        waited += time.time() - asked
        rgb, inverse = rgb.to(given.device), inverse.to(given.device)
        with torch.autocast("cuda", torch.bfloat16, enabled=given.device != "cpu"):
            estimate = network(prepared(rgb))
        edges = given.edges * (0.05 + 0.95 * min(1, done / SOFT_START))
        total, plain = loss(estimate.float(), target(inverse), edges)
        optimizer.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        follow(average, network, min(given.average, (done + 1) / (done + 20)))
        losses.append(float(plain.detach()))
        done += 1
        over = passed >= 1
        if over or time.time() - measured > 60 * given.minutes:
            seconds = time.time() - begun
            figures = evaluate.told(average.to("cpu"), VALIDATED, given.pairs)
            average.to(given.device)
            say(f"{done * given.batch} pictures, {(done - first) * given.batch / seconds:.0f} a second, waited"
                f" {100 * waited / seconds:.0f} % | loss {numpy.mean(losses[-500:]):.3f} | {figures}")
            save(checkpoint, network, average, optimizer, done)
            measured = time.time()
        if over:
            return


def groups(network):
    """Weights decay; biases and the parameters of normalization do not."""
    weights = [each for each in network.parameters() if each.ndim > 1]
    others = [each for each in network.parameters() if each.ndim <= 1]
    return [{"params": weights, "weight_decay": 0.02}, {"params": others, "weight_decay": 0}]


def rate(done, passed):
    warm = min(1, (done + 1) / WARM_UP)
    return given.rate * warm * (0.5 + 0.5 * math.cos(math.pi * min(1, passed)) if given.finish else 1)


@torch.no_grad()
def follow(average, network, kept):
    for slow, fast in zip(average.state_dict().values(), network.state_dict().values()):
        if slow.dtype.is_floating_point:
            slow.lerp_(fast, 1 - kept)
        else:
            slow.copy_(fast)


def save(file, network, average, optimizer, done):
    """Whole or not at all."""
    beside = file.with_suffix(".tmp")
    torch.save({
        "shape": asdict(network.shape),
        "network": network.state_dict(),
        "average": average.state_dict(),
        "optimizer": optimizer.state_dict(),
        "done": done}, beside)
    beside.replace(file)


if __name__ == "__main__":
    main()

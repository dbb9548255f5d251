"""How good an estimate is: the library's default protocol, and two measures that see soft objects."""

import numpy

ROOM, STREET = 20.0, 100.0
RATIOS = numpy.linspace(1.05, 1.25, 10)


def aligned(estimate, known):
    """Disparity fitted to the known one by least squares; its mean where near and far would change places."""
    scale, shift = numpy.polyfit(estimate, known, 1) if numpy.ptp(estimate) > 0 else (0, 0)
    return scale * estimate + shift if scale > 0 else numpy.full_like(estimate, known.mean())


def depth_of(disparity, known_depth):
    far = STREET if known_depth.max() > ROOM else ROOM
    return 1 / numpy.maximum(disparity, 1 / far)


def absrel_delta1(estimate, known):
    share = numpy.abs(estimate - known) / known
    ratio = numpy.maximum(estimate / known, known / numpy.maximum(estimate, 1e-9))
    return share.mean(), (ratio < 1.25).mean()


def spearman(estimate, known):
    from scipy.stats import spearmanr

    value = spearmanr(estimate, known)[0]
    return 0.0 if numpy.isnan(value) else value


def boundary_f1(estimate, known):
    """Depth Pro's, of depth maps [h, w]."""
    scores = []
    for ratio in RATIOS:
        recall = precision = 0
        for turn in range(4):
            near_e, near_k = numpy.rot90(1 / estimate, turn), numpy.rot90(1 / known, turn)
            found = near_e[:, 1:] > ratio * near_e[:, :-1]
            real = near_k[:, 1:] > ratio * near_k[:, :-1]
            hits = (found & real).sum()
            recall += hits / max(real.sum(), 1) / 4
            precision += hits / max(found.sum(), 1) / 4
        scores.append(2 * recall * precision / (recall + precision) if recall + precision else 0)
    return (numpy.array(scores) * RATIOS).sum() / RATIOS.sum()


def order(estimate, known, random, pairs=2000, ratio=1.05):
    """The share of random pairs of pixels, whose depth differs by more than a ratio, that have the right order."""
    a, b = random.integers(0, known.size, (2, pairs))
    apart = numpy.maximum(known[a], known[b]) > ratio * numpy.minimum(known[a], known[b])
    a, b = a[apart], b[apart]
    return ((estimate[a] > estimate[b]) == (known[a] > known[b])).mean() if len(a) else numpy.nan

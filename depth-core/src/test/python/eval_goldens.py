"""Goldens of depth metrics and aligners. Needs numpy 2.4.6, scipy 1.17.1.

    python eval_goldens.py > ../resources/io/depth4j/eval-goldens.txt

Written from the definitions, with NumPy's and SciPy's own least squares, medians and ranks. Scenes come from the linear
congruential generator below, which the test repeats. Samples of RANSAC and ROE are kept, for the test to replay.
"""

import numpy as np
from scipy import optimize, stats

ORDER = "abs_rel sq_rel rmse rmse_log log10 silog_half silog_full delta1 delta2 delta3 spearman".split()


def noise(seed, count):
    out = np.empty(count)
    x = seed
    for i in range(count):
        x = (x * 1664525 + 1013904223) & 0xFFFFFFFF
        out[i] = (x >> 8) / (1 << 24)
    return out


def scene(seed, width, height, kind):
    """Known metres with holes, and an estimate of them that errs, in part grossly, and has holes of its own."""
    u = noise(seed, 4 * width * height).reshape(4, -1)
    known = (0.25 + 90 * u[0] * u[0] * u[0]).astype(np.float32)
    exact = known.astype(np.float64)
    wrong = np.where(u[2] < 0.1, 3 * u[1], 0.8 + 0.4 * u[1])
    if kind == "METRIC":
        estimate = exact * wrong
    elif kind == "SCALE_INVARIANT":
        estimate = 0.125 * exact * wrong
    elif kind == "AFFINE_INVARIANT":
        estimate = 0.5 * exact * wrong - 3
    elif kind == "AFFINE_INVARIANT_INVERSE":
        estimate = 2 / exact * wrong + 0.5
    else:  # far and near exchanged, which no aligner may repair
        estimate = 100 - exact
    estimate = estimate.astype(np.float32)
    known[u[3] < 0.1] = np.nan
    estimate[u[3] > 0.95] = np.nan
    return estimate.reshape(height, width), known.reshape(height, width)


def crop_mask(name, height, width):
    mask = np.zeros((height, width), bool)
    if name == "NONE":
        mask[:] = True
    elif name == "EIGEN_NYU":
        mask[45:471, 41:601] = True
    else:
        garg = [0.40810811 * height, 0.99189189 * height, 0.03594771 * width, 0.96405229 * width]
        eigen = [0.3324324 * height, 0.91351351 * height, 0.0359477 * width, 0.96405229 * width]
        top, bottom, left, right = np.array(garg if name == "GARG" else eigen).astype(np.int32)
        mask[top:bottom, left:right] = True
    return mask


def least_squares(x, y):
    scale, shift = np.linalg.lstsq(np.c_[x, np.ones_like(x)], y, rcond=None)[0]
    return (scale, shift) if scale > 0 else (0.0, y.mean())


def ransac(x, y, tolerance, pairs):
    best, most = None, 0
    for i, j in pairs:
        if x[i] == x[j]:
            continue
        scale, shift = np.linalg.solve([[x[i], 1], [x[j], 1]], [y[i], y[j]])
        inside = np.abs(scale * x + shift - y) <= tolerance * y
        if scale > 0 and inside.sum() > most:
            best, most = inside, inside.sum()
    return least_squares(x[best], y[best])


def roe(x, y, sample):
    """Least absolute relative error as a linear program."""
    x, y = x[sample], y[sample]
    n = len(x)
    left = np.c_[x / y, 1 / y]
    found = optimize.linprog(
        np.r_[0, 0, np.ones(n)],
        A_ub=np.block([[left, -np.eye(n)], [-left, -np.eye(n)]]),
        b_ub=np.r_[np.ones(n), -np.ones(n)],
        bounds=[(None, None)] * 2 + [(0, None)] * n,
        method="highs",
        options={"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10},
    )
    return found.x[:2]


def metrics(p, g, x, y):
    with np.errstate(all="ignore"):
        d = np.log(p) - np.log(g)
        ratio = np.where(p > 0, np.maximum(p / g, g / p), np.inf)
        out = dict(
            abs_rel=np.mean(np.abs(p - g) / g),
            sq_rel=np.mean((p - g) ** 2 / g),
            rmse=np.sqrt(np.mean((p - g) ** 2)),
            rmse_log=np.sqrt(np.mean(d**2)),
            log10=np.mean(np.abs(np.log10(p) - np.log10(g))),
            silog_half=np.sqrt(np.mean(d**2) - 0.5 * np.mean(d) ** 2),
            silog_full=np.sqrt(np.mean(d**2) - np.mean(d) ** 2),
            spearman=stats.spearmanr(x, y)[0],
        )
    for k in (1, 2, 3):
        out["delta%d" % k] = np.mean(ratio < 1.25**k)
    return [out[key] for key in ORDER]


def case(seed, width, height, kind, aligner, space, near=0, far=np.inf, crop="NONE", clamp="NONE"):
    estimate, known = (a.astype(np.float64) for a in scene(seed, width, height, kind))
    with np.errstate(invalid="ignore"):
        counts = crop_mask(crop, height, width) & (known >= near) & (known <= far)
    inverse_given = kind == "AFFINE_INVARIANT_INVERSE"
    use = counts & ~np.isnan(estimate)
    if (space == "DISPARITY") != inverse_given:
        use &= estimate > 0
    x, g = estimate[use], known[use]
    if (space == "DISPARITY") != inverse_given:
        x = 1 / x
    y = 1 / g if space == "DISPARITY" else g
    sample = []
    if aligner == "NONE":
        scale, shift = 1.0, 0.0
    elif aligner == "MEDIAN":
        scale, shift = np.median(y) / np.median(x), 0.0
    elif aligner == "SCALE":
        scale, shift = np.linalg.lstsq(x[:, None], y, rcond=None)[0][0], 0.0
    elif aligner == "SCALE_AND_SHIFT":
        scale, shift = least_squares(x, y)
    elif aligner == "RANSAC":
        sample = (noise(seed + 1, 60) * len(x)).astype(int)
        scale, shift = ransac(x, y, 0.1, sample.reshape(-1, 2))
    else:
        sample = (noise(seed + 1, 80) * len(x)).astype(int)
        scale, shift = roe(x, y, sample)
    line = scale * x + shift
    reach = {"NONE": np.inf, "CAP": far, "FARTHEST_KNOWN": g.max(), "ROOM_OR_STREET": 100 if g.max() > 20 else 20}[clamp]
    if space == "DISPARITY":
        p = 1 / (line if clamp == "NONE" else np.maximum(line, 1 / reach))
    else:
        p = np.minimum(line, reach)
    if clamp == "CAP":
        p = np.maximum(p, near)
    print("case", seed, width, height, kind, aligner, space, near, far, crop, clamp)
    print("sample", *sample)
    print("line", repr(float(scale)), repr(float(shift)), use.sum(), (counts & ~use).sum())
    print("metrics", *(repr(float(v)) for v in metrics(p, g, x, y)))


def boundary(seed, width, height):
    """Depth Pro's F1 of boundaries, without holes, as its definition has none."""
    u = noise(seed, 3 * width * height).reshape(3, height, width)
    steps = np.floor(np.arange(width) / 5)[None] + 2 * np.floor(np.arange(height) / 7)[:, None]
    known = (1 + steps * 0.25 + 0.02 * u[0]).astype(np.float32)
    estimate = np.where(u[2] < 0.05, 1.15, 1.0) * (2 * known.astype(np.float64) * (0.98 + 0.04 * u[1]))
    estimate = estimate.astype(np.float32)

    def edges(depth, t):
        near = 1 / depth.astype(np.float64)
        for a, b in ((near[:, 1:], near[:, :-1]), (near[1:], near[:-1])):
            yield a / b > t
            yield b / a > t

    thresholds = np.linspace(1.05, 1.25, 10)
    total = 0
    for t in thresholds:
        precision = recall = 0
        for found, real in zip(edges(estimate, t), edges(known, t)):
            hit = np.count_nonzero(found & real)
            precision += hit / max(np.count_nonzero(found), 1) / 4
            recall += hit / max(np.count_nonzero(real), 1) / 4
        total += 0 if hit == 0 and precision + recall == 0 else t * 2 * precision * recall / (precision + recall)
    print("boundary", seed, width, height, repr(float(total / thresholds.sum())))


def boundary_recall(seed, width, height):
    """Depth Pro's recall of a mask's outline: of a run of edges across it only the steepest counts."""
    u = noise(seed, 4 * width * height).reshape(4, height, width)
    y, x = np.mgrid[:height, :width]
    r = (x - width / 2) ** 2 / (width / 3) ** 2 + (y - height / 2) ** 2 / (height / 3) ** 2
    alpha = np.where(r < 1, 0.08 + 0.9 * u[0], 0.105 * u[0]).astype(np.float32)
    smeared = np.where(r < 1, 1, np.where(r < 1.3 * u[2], 1.2, 1.4))
    estimate = (smeared * (0.96 + 0.08 * u[1])).astype(np.float32)

    def thinned(a, b, t):
        """Along the rows of a over b."""
        out = np.zeros(a.shape, bool)
        ratio = a / b
        for r, row in enumerate(ratio):
            edges = np.flatnonzero(row > t)
            for run in np.split(edges, np.flatnonzero(np.diff(edges) > 1) + 1):
                if len(run):
                    out[r, run[np.argmax(row[run])]] = True
        return out

    d = 1 / estimate.astype(np.float64)
    m = alpha > np.float32(0.1)
    thresholds = np.linspace(1.05, 1.25, 10)
    total = 0
    for t in thresholds:
        for depth, mask in ((d, m), (d.T, m.T)):
            for one, other in ((slice(1, None), slice(None, -1)), (slice(None, -1), slice(1, None))):
                real = mask[:, one] & ~mask[:, other]
                hit = thinned(depth[:, one], depth[:, other], t) & real
                total += t * np.count_nonzero(hit) / max(np.count_nonzero(real), 1) / 4
    print("recall", seed, width, height, repr(float(total / thresholds.sum())))


case(1, 31, 17, "METRIC", "NONE", "DEPTH")
case(2, 31, 17, "METRIC", "NONE", "DEPTH", 1e-3, 80, "GARG", "CAP")
case(3, 124, 37, "METRIC", "NONE", "DEPTH", 1e-3, 80, "EIGEN_KITTI", "CAP")
case(4, 640, 480, "METRIC", "NONE", "DEPTH", 1e-3, 10, "EIGEN_NYU", "CAP")
case(5, 31, 17, "SCALE_INVARIANT", "MEDIAN", "DEPTH")
case(6, 30, 16, "SCALE_INVARIANT", "MEDIAN", "DISPARITY")
case(7, 31, 17, "SCALE_INVARIANT", "SCALE", "DEPTH", 1, 50)
case(8, 31, 17, "METRIC", "SCALE", "DISPARITY")
case(9, 31, 17, "AFFINE_INVARIANT", "SCALE_AND_SHIFT", "DEPTH", clamp="FARTHEST_KNOWN")
case(10, 31, 17, "AFFINE_INVARIANT", "SCALE_AND_SHIFT", "DEPTH", 1e-3, 80, "NONE", "CAP")
case(11, 31, 17, "AFFINE_INVARIANT_INVERSE", "SCALE_AND_SHIFT", "DISPARITY")
case(12, 31, 17, "AFFINE_INVARIANT_INVERSE", "SCALE_AND_SHIFT", "DISPARITY", clamp="FARTHEST_KNOWN")
case(13, 31, 17, "AFFINE_INVARIANT_INVERSE", "SCALE_AND_SHIFT", "DISPARITY", clamp="ROOM_OR_STREET")
case(14, 31, 17, "METRIC", "SCALE_AND_SHIFT", "DISPARITY", 0, 20, clamp="ROOM_OR_STREET")
case(15, 31, 17, "AFFINE_INVARIANT_INVERSE", "SCALE_AND_SHIFT", "DISPARITY", 1, 80, "GARG", "CAP")
case(16, 31, 17, "REVERSED", "SCALE_AND_SHIFT", "DEPTH")
case(17, 31, 17, "AFFINE_INVARIANT", "RANSAC", "DEPTH")
case(18, 31, 17, "AFFINE_INVARIANT_INVERSE", "RANSAC", "DISPARITY", clamp="FARTHEST_KNOWN")
case(19, 31, 17, "AFFINE_INVARIANT", "ROE", "DEPTH")
case(20, 31, 17, "AFFINE_INVARIANT_INVERSE", "ROE", "DISPARITY", clamp="FARTHEST_KNOWN")
boundary(21, 33, 29)
boundary(22, 7, 64)
boundary_recall(23, 33, 29)
boundary_recall(24, 64, 17)

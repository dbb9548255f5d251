"""Whole pictures: finite, sky 0, the same from every thread, different for every seed."""
from concurrent.futures import ThreadPoolExecutor

import numpy as np

import render


def main():
    jobs = [(seed, family) for family in range(len(render.FAMILIES)) for seed in range(12)]
    draw = lambda job: render.picture(job[0], job[1], 97, 73)
    alone = [draw(job) for job in jobs]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(draw, jobs))
    for job, (rgb, inverse, _), (rgb2, inverse2, _) in zip(jobs, alone, together):
        assert np.isfinite(inverse).all() and (inverse >= 0).all() and (inverse < 40).all(), f"depth of {job}"
        assert (rgb == rgb2).all() and (inverse == inverse2).all(), f"{job} differs between threads"
        assert inverse.max() > 0 and rgb.std() > 3, f"{job} is empty"
    assert len({rgb.tobytes() for rgb, _, _ in alone}) == len(jobs), "two seeds gave one picture"
    drawn = np.bincount([render.picture(seed, -1, 16, 16)[2] for seed in range(1000)], minlength=len(render.FAMILIES)) / 1000
    assert (drawn > 0.02).all() and 0.3 < drawn[0] < 0.46, f"the mix is {drawn}"
    print(f"{len(jobs)} pictures, alone and together; mix {dict(zip(render.FAMILIES, drawn))}")


if __name__ == "__main__":
    main()

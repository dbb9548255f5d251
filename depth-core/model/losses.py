"""What the network is trained to do: the right disparity up to scale and shift, with edges where they are."""

import torch

SCALES = 4


def target(inverse):
    """Half the size, over what 99 of 100 pixels stay below."""
    half = inverse[:, :, ::2, ::2]
    most = torch.quantile(half.flatten(1), 0.99, dim=1).view(-1, 1, 1, 1)
    return (half / most.clamp(min=1e-4)).clamp(max=1.5)


def normalized(disparity):
    """Less its mean, over its mean absolute deviation."""
    flat = disparity.flatten(1)
    mean = flat.mean(1, keepdim=True)
    deviation = (flat - mean).abs().mean(1, keepdim=True) + 1e-3
    return ((flat - mean) / deviation).view_as(disparity)


def loss(estimate, known, edges):
    """The mean difference, and what it is besides.

    edges: the weight of differences between neighbours, at several distances.
    """
    difference = normalized(estimate) - normalized(known)
    plain = difference.abs().mean()
    steps = 0
    for scale in range(SCALES):
        coarse = difference[:, :, :: 2**scale, :: 2**scale]
        steps = steps + (coarse[..., 1:] - coarse[..., :-1]).abs().mean()
        steps = steps + (coarse[..., 1:, :] - coarse[..., :-1, :]).abs().mean()
    return plain + edges * steps, plain

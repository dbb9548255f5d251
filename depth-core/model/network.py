"""The bundled network: a list of a few kinds of steps, which PyTorch runs here and export.py writes as ONNX.

Input: pictures [n, 3, h, w], red, green and blue less MEAN over DEVIATION; h and w multiples of 32. Output: disparity
[n, 1, h/2, w/2] up to scale and shift, larger is nearer.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as functional
from torch import nn

MEAN = 0.45
DEVIATION = 0.25


@dataclass(frozen=True)
class Shape:
    """How large the network is. Levels halve the picture; the decoder has one level less."""

    channels: tuple = (16, 32, 64, 128, 256)
    blocks: tuple = (1, 2, 3, 4, 3)
    expansion: tuple = (1, 3, 3, 4, 3)
    kernel: tuple = (3, 3, 3, 5, 5)
    decoder: tuple = (24, 32, 64, 96)


@dataclass(frozen=True)
class Step:
    """One step: what it does, to which earlier values, which are counted from the input, 0."""

    kind: str  # coordinates, conv, add, double
    inputs: tuple
    layer: str = ""
    relu: bool = False


class Network(nn.Module):
    def __init__(self, shape=Shape()):
        super().__init__()
        self.shape = shape
        self.steps = []
        self.layers = nn.ModuleDict()
        self._build(shape)

    # The steps

    def _build(self, shape):
        x = self._step("coordinates", (0,))
        x = self._conv(x, 5, shape.channels[0], 3, stride=2)
        skips = []
        width = shape.channels[0]
        for level, channels in enumerate(shape.channels):
            for block in range(shape.blocks[level]):
                stride = 2 if block == 0 and level > 0 else 1
                x = self._inverted(x, width, channels, stride, shape.expansion[level], shape.kernel[level])
                width = channels
            skips.append((x, channels))
        # A look at the whole picture.
        wide = self._conv(x, width, width, 7, groups=width)
        x = self._step("add", (x, self._conv(wide, width, width, 1)))
        for level in reversed(range(len(shape.decoder))):
            skip, skip_width = skips[level]
            out = shape.decoder[level]
            top = self._step("double", (self._conv(x, width, out, 1, relu=False),))
            side = self._conv(skip, skip_width, out, 1, relu=False)
            x = self._step("add", (top, side), relu=True)
            x = self._conv(x, out, out, 5, groups=out)
            x = self._conv(x, out, out, 1)
            width = out
        self._conv(x, width, 1, 3, relu=False, norm=False)

    def _step(self, kind, inputs, layer="", relu=False):
        self.steps.append(Step(kind, inputs, layer, relu))
        return len(self.steps)

    def _conv(self, x, inputs, outputs, kernel, stride=1, groups=1, relu=True, norm=True):
        name = f"conv{len(self.layers)}"
        conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=not norm)
        self.layers[name] = nn.Sequential(conv, nn.BatchNorm2d(outputs)) if norm else nn.Sequential(conv)
        return self._step("conv", (x,), name, relu)

    def _inverted(self, x, inputs, outputs, stride, expansion, kernel):
        y, width = x, inputs
        if expansion > 1:
            width = inputs * expansion
            y = self._conv(y, inputs, width, 1)
        y = self._conv(y, width, width, kernel, stride, groups=width)
        y = self._conv(y, width, outputs, 1, relu=False)
        return self._step("add", (x, y)) if stride == 1 and inputs == outputs else y

    # What they do

    def forward(self, picture):
        values = [picture]
        for step in self.steps:
            values.append(self._run(step, [values[i] for i in step.inputs]))
        return values[-1]

    def _run(self, step, inputs):
        if step.kind == "coordinates":
            return with_coordinates(inputs[0])
        if step.kind == "conv":
            y = self.layers[step.layer](inputs[0])
        elif step.kind == "add":
            y = inputs[0] + inputs[1]
        else:
            y = functional.interpolate(inputs[0], scale_factor=2, mode="nearest")
        return functional.relu(y) if step.relu else y


def with_coordinates(picture):
    """Two more channels: row and column, each from -1 to 1, without its ends."""
    n, _, height, width = picture.shape
    rows = axis(height, picture).view(1, 1, height, 1).expand(n, 1, height, width)
    columns = axis(width, picture).view(1, 1, 1, width).expand(n, 1, height, width)
    stacked = torch.cat([picture, rows, columns], 1)
    return stacked.contiguous(memory_format=torch.channels_last)


def axis(length, like):
    """As the graph computes it: counts from 1, over their mean, less 1."""
    return torch.arange(1, length + 1, device=like.device, dtype=like.dtype) * (2 / (length + 1)) - 1


def prepared(rgb):
    """Pictures from 0 to 1 as the network takes them."""
    return (rgb - MEAN) / DEVIATION

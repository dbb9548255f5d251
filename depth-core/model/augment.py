"""What cameras, light and files do to a picture. Depth stays as it is, but where a picture is mirrored."""

import io
import math

import numpy
import torch
import torch.nn.functional as functional
from PIL import Image

NOISE = 1 << 23


class Augmentation:
    def __init__(self, seed):
        self.random = numpy.random.default_rng(seed)
        # Drawn once, taken from another place each time.
        self.noise = torch.from_numpy(self.random.standard_normal(NOISE, numpy.float32))

    def __call__(self, rgb, inverse):
        """Changed copies of pictures from 0 to 1."""
        n = len(rgb)
        mirrored = self._chance(n, 0.5) > 0
        rgb = torch.where(mirrored, rgb.flip(3), rgb)
        inverse = torch.where(mirrored, inverse.flip(3), inverse)
        rgb, inverse = self._cut(rgb, inverse)
        rgb = self._defocus(rgb, inverse)
        rgb = self._motion(rgb)
        rgb = self._softness(rgb)
        rgb = self._light(rgb)
        rgb = self._color(rgb)
        rgb = self._strangers(rgb)
        rgb = self._noise(rgb)
        rgb = self._border(rgb)
        return self._jpeg(rgb.clamp(0, 1)), inverse

    def _uniform(self, n, low, high, channels=1):
        return torch.from_numpy(self.random.uniform(low, high, (n, channels, 1, 1)).astype(numpy.float32))

    def _chance(self, n, share):
        return torch.from_numpy((self.random.random((n, 1, 1, 1)) < share).astype(numpy.float32))

    def _cut(self, rgb, inverse):
        """A part of each picture, brought to the size of the whole; often the whole."""
        n, _, height, width = rgb.shape
        size = torch.from_numpy(numpy.where(
            self.random.random(n) < 0.4, 1, self.random.uniform(0.6, 1, n)).astype(numpy.float32))
        shape = torch.from_numpy(numpy.exp(self.random.uniform(-0.2, 0.2, n)).astype(numpy.float32))
        across, down = (size * shape).clamp(max=1), (size / shape).clamp(max=1)
        place = torch.from_numpy(self.random.uniform(-1, 1, (n, 2)).astype(numpy.float32))
        turn = torch.from_numpy((0.03 * self.random.standard_normal(n)).astype(numpy.float32)) * (size < 1)
        moves = torch.zeros(n, 2, 3)
        moves[:, 0, 0], moves[:, 0, 1], moves[:, 0, 2] = across, -turn * down, place[:, 0] * (1 - across)
        moves[:, 1, 0], moves[:, 1, 1], moves[:, 1, 2] = turn * across, down, place[:, 1] * (1 - down)
        grid = functional.affine_grid(moves, (n, 1, height, width), align_corners=False)
        sample = lambda x, mode: functional.grid_sample(
            x, grid, mode=mode, padding_mode="reflection", align_corners=False)
        return sample(rgb, "bilinear"), sample(inverse, "nearest")

    def _defocus(self, rgb, inverse):
        chosen = torch.from_numpy(numpy.flatnonzero(self.random.random(len(rgb)) < 0.25))
        if not len(chosen):
            return rgb
        n, sharp, depth = len(chosen), rgb[chosen], inverse[chosen]
        some = depth.flatten(1)[:, ::97]
        focus = some[torch.arange(n), torch.from_numpy(self.random.integers(0, some.shape[1], n))].view(n, 1, 1, 1)
        spread = some.std(1).view(n, 1, 1, 1) + 1e-3
        circle = ((depth - focus).abs() / spread * self._uniform(n, 0.2, 1.2)).clamp(0, 2)
        once = blurred(sharp, 3)
        twice = blurred(once, 5)
        rgb[chosen] = torch.where(circle < 1, sharp + (once - sharp) * circle, once + (twice - once) * (circle - 1))
        return rgb

    def _motion(self, rgb):
        if self.random.random() > 0.15:
            return rgb
        length = int(self.random.integers(3, 8))
        kernel = torch.zeros(length, length)
        angle = self.random.uniform(0, math.pi)
        for t in numpy.linspace(-0.5, 0.5, 4 * length):
            row = round((length - 1) * (0.5 + t * math.sin(angle)))
            column = round((length - 1) * (0.5 + t * math.cos(angle)))
            kernel[row, column] = 1
        kernel = (kernel / kernel.sum()).expand(3, 1, length, length).contiguous()
        low, high = (length - 1) // 2, length // 2
        chosen = torch.from_numpy(numpy.flatnonzero(self.random.random(len(rgb)) < 0.4))
        padded = functional.pad(rgb[chosen], (low, high, low, high), mode="replicate")
        rgb[chosen] = functional.conv2d(padded, kernel, groups=3)
        return rgb

    def _softness(self, rgb):
        some = torch.from_numpy(numpy.flatnonzero(self.random.random(len(rgb)) < 0.35))
        soft = rgb[some]
        rgb[some] = soft + (blurred(blurred(soft, 3), 3) - soft) * self._uniform(len(some), 0, 1)
        return rgb

    def _light(self, rgb):
        n, _, height, width = rgb.shape
        y = torch.linspace(-1, 1, height).view(1, 1, -1, 1)
        x = torch.linspace(-1, 1, width).view(1, 1, 1, -1)
        rgb = rgb * (1 - self._chance(n, 0.4) * self._uniform(n, 0, 0.3) * (x * x + y * y))
        cells = torch.from_numpy(self.random.normal(size=(n, 1, 4, 4)).astype(numpy.float32))
        field = functional.interpolate(cells, size=(height, width), mode="bicubic", align_corners=False)
        return rgb * torch.exp(field * self._chance(n, 0.4) * self._uniform(n, 0, 0.25))

    def _color(self, rgb):
        n = len(rgb)
        rgb = rgb.clamp(1e-3, 1) ** torch.exp(self._uniform(n, -0.45, 0.45))
        mean = rgb.mean((1, 2, 3), keepdim=True)
        rgb = (rgb - mean) * self._uniform(n, 0.6, 1.4) + mean * self._uniform(n, 0.75, 1.3)
        gray = rgb.mean(1, keepdim=True)
        rgb = gray + (rgb - gray) * self._uniform(n, 0, 1.6) * (1 - self._chance(n, 0.08))
        if self.random.random() < 0.15:
            rgb = rgb[:, torch.from_numpy(self.random.permutation(3))]
        return rgb * self._uniform(n, 0.85, 1.15, channels=3)

    def _strangers(self, rgb):
        """A patch of another picture, half clear: colour alone says nothing of depth."""
        if self.random.random() > 0.3:
            return rgb
        n, _, height, width = rgb.shape
        h, w = int(self.random.integers(8, height // 3)), int(self.random.integers(8, width // 3))
        y, x = int(self.random.integers(0, height - h)), int(self.random.integers(0, width - w))
        share = self._chance(n, 0.3) * float(self.random.uniform(0.3, 0.8))
        other = rgb[torch.from_numpy(self.random.permutation(n)), :, y : y + h, x : x + w]
        rgb = rgb.clone()
        rgb[:, :, y : y + h, x : x + w] += (other - rgb[:, :, y : y + h, x : x + w]) * share
        return rgb

    def _noise(self, rgb):
        strength = self._chance(len(rgb), 0.6) * self._uniform(len(rgb), 0, 0.05)
        start = int(self.random.integers(0, len(self.noise) - rgb.numel()))
        return rgb + self.noise[start : start + rgb.numel()].view(rgb.shape) * strength

    def _border(self, rgb):
        """A thin white or black frame, as scans and rectified pictures have: it is no near wall."""
        height, width = rgb.shape[2:]
        for i in numpy.flatnonzero(self.random.random(len(rgb)) < 0.12):
            top, bottom, left, right = (self.random.uniform(0, 0.03, 4) * [height, height, width, width]).astype(int)
            framed = torch.full_like(rgb[i], float(self.random.choice([0, 0.5, 1, 1])))
            framed[:, top : height - bottom, left : width - right] = rgb[i, :, top : height - bottom, left : width - right]
            rgb[i] = framed
        return rgb

    def _jpeg(self, rgb):
        out = (rgb * 255).round().to(torch.uint8).permute(0, 2, 3, 1).numpy().copy()
        for i in range(len(out)):
            if self.random.random() < 0.4:
                file = io.BytesIO()
                Image.fromarray(out[i]).save(file, "JPEG", quality=int(self.random.integers(30, 96)))
                out[i] = numpy.asarray(Image.open(file))
        return torch.from_numpy(out).permute(0, 3, 1, 2).float() / 255


def blurred(rgb, size):
    """The mean of a square, as sums of shifted pictures: faster than pooling."""
    height, width = rgb.shape[2:]
    padded = functional.pad(rgb, (size // 2,) * 4, mode="replicate")
    rows = sum(padded[..., i : i + width] for i in range(size))
    return sum(rows[..., i : i + height, :] for i in range(size)) / size**2

"""Makes src/test/resources/io/depth4j/colormap-indices.csv: which entry matplotlib gives to a float over a range.

Needs matplotlib==3.11.2. Run it in depth-core: python src/test/python/colormap_indices.py
Columns: low, high, the bits of the float, the entry (256 under, 257 over, 258 bad).
"""

from pathlib import Path

import matplotlib
import numpy as np
from matplotlib.colors import ListedColormap, Normalize

assert matplotlib.__version__ == "3.11.2", matplotlib.__version__

entries = ListedColormap(
    [(i / 512, 0, 0) for i in range(256)], bad=(258 / 512, 0, 0), under=(256 / 512, 0, 0), over=(257 / 512, 0, 0)
)
random = np.random.default_rng(7)
lines = []
for low, high in [(0, 1), (0, 255), (-3.5, 12.25), (0.1, 0.7), (1e-3, 80), (1e6, 1e6 + 3)]:
    steps = low + (high - low) * np.arange(0, 257, 8) / 256
    inside = random.uniform(low, high, 60)
    outside = [low - 1, high + 1, np.nan, np.inf, -np.inf]
    values = np.concatenate([steps, inside, outside]).astype(np.float32)
    found = np.rint(entries(Normalize(low, high)(values))[:, 0] * 512).astype(int)
    lines += [f"{low},{high},{bits},{index}\n" for bits, index in zip(values.view(np.int32), found)]

path = Path(__file__).parents[1] / "resources/io/depth4j/colormap-indices.csv"
path.write_text("".join(lines))
print(f"{path.name}: {len(lines)} lines")

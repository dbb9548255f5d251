"""Times FastDepth at 640x480 in memory with onnxruntime and OpenCV, one thread each, as the benchmark `estimate` does in Java.

Usage: python estimate.py fastdepth-224.onnx
Versions it was written for: onnxruntime 1.29 or newer, opencv-python-headless 4.10 or newer, numpy 2.
"""

import statistics
import sys
import time

import cv2
import numpy as np
import onnxruntime as ort

ROUNDS = 21
IN_A_ROW = 20
SIDE = 224


def picture():
    y, x = np.mgrid[0:480, 0:640].astype(np.float64)
    noise = np.random.default_rng(1).integers(0, 3, (480, 640, 3))
    channels = [90 + 80 * np.sin(x / 90), 100 + 70 * np.cos(y / 70), 80 + 60 * np.sin((x + y) / 110)]
    return (np.stack(channels, axis=2) + noise).astype(np.uint8)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    cv2.setNumThreads(1)
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    session = ort.InferenceSession(sys.argv[1], options, providers=["CPUExecutionProvider"])
    image = picture()

    def estimate():
        small = cv2.resize(image, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)
        tensor = np.ascontiguousarray(small.astype(np.float32).transpose(2, 0, 1)[None] / np.float32(255))
        start = time.perf_counter()
        depth = session.run(["depth"], {"image": tensor})[0]
        ran = time.perf_counter() - start
        return cv2.resize(depth[0, 0], (640, 480), interpolation=cv2.INTER_LINEAR), ran

    for _ in range(60):
        estimate()
    whole, runs = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        runs.append(1000 * sum(estimate()[1] for _ in range(IN_A_ROW)) / IN_A_ROW)
        whole.append(1000 * (time.perf_counter() - start) / IN_A_ROW)
    print(f"onnxruntime {ort.__version__}, OpenCV {cv2.__version__}")
    print(f"Python, onnxruntime and cv2      {statistics.median(whole):7.2f} ms, of which the run {statistics.median(runs):.2f}")


if __name__ == "__main__":
    main()

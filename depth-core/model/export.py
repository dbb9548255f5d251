"""Writes a checkpoint's averaged weights as ONNX.

    python export.py runs/main.pt depth4j.onnx

Normalization is folded into the convolutions, weights are kept as halves, and the graph takes any multiples of 32. The
result is run with ONNX Runtime and compared with PyTorch.
"""

import argparse

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from evaluate import load
from network import prepared

OPSET = 17
INPUT, OUTPUT = "image", "disparity"


class Graph:
    def __init__(self):
        self.nodes, self.weights = [], []

    def node(self, kind, inputs, **attributes):
        name = f"{kind.lower()}{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name

    def constant(self, name, values):
        self.weights.append(numpy_helper.from_array(values, name))
        return name

    def half(self, name, values):
        """Kept as halves, used as floats."""
        return self.node("Cast", [self.constant(name, values.astype(numpy.float16))], to=TensorProto.FLOAT)


def folded(layer):
    """Weights and biases of a convolution and the normalization after it."""
    conv = layer[0]
    weight = conv.weight.detach().double()
    if len(layer) == 1:
        return weight.numpy(), conv.bias.detach().double().numpy()
    norm = layer[1]
    scale = norm.weight.detach().double() / torch.sqrt(norm.running_var.double() + norm.eps)
    bias = norm.bias.detach().double() - norm.running_mean.double() * scale
    return (weight * scale.view(-1, 1, 1, 1)).numpy(), bias.numpy()


def graph_of(network):
    graph = Graph()
    values = [INPUT]
    for step in network.steps:
        inputs = [values[i] for i in step.inputs]
        if step.kind == "coordinates":
            y = coordinates(graph, inputs[0])
        elif step.kind == "conv":
            conv = network.layers[step.layer][0]
            weight, bias = folded(network.layers[step.layer])
            kernel, pad = conv.kernel_size[0], conv.padding[0]
            y = graph.node(
                "Conv",
                [inputs[0], graph.half(step.layer + ".weight", weight), graph.half(step.layer + ".bias", bias)],
                kernel_shape=[kernel, kernel], strides=list(conv.stride), pads=[pad] * 4, group=conv.groups)
        elif step.kind == "add":
            y = graph.node("Add", inputs)
        else:
            y = double(graph, inputs[0])
        values.append(graph.node("Relu", [y]) if step.relu else y)
    last = graph.nodes[-1]
    last.output[0] = OUTPUT
    return graph


def coordinates(graph, picture):
    """Counts from 1 along an axis, over their mean, less 1: no shape is asked for, so that any size will do."""
    one = graph.constant("one", numpy.float32(1).reshape(1, 1, 1, 1))
    pick = graph.constant("pick", numpy.zeros((1, 3, 1, 1), numpy.float32))
    zero = graph.node("Conv", [picture, pick])
    ones = graph.node("Add", [zero, one])
    parts = [picture]
    for axis in (2, 3):
        counted = graph.node("CumSum", [ones, graph.constant(f"axis{axis}", numpy.int64(axis).reshape(()))])
        mean = graph.node("GlobalAveragePool", [counted])
        parts.append(graph.node("Sub", [graph.node("Div", [counted, mean]), one]))
    return graph.node("Concat", parts, axis=1)


def double(graph, x):
    if not any(weight.name == "double" for weight in graph.weights):
        graph.constant("double", numpy.array([1, 1, 2, 2], numpy.float32))
    return graph.node(
        "Resize", [x, "", "double"], mode="nearest", coordinate_transformation_mode="asymmetric", nearest_mode="floor")


def model_of(network):
    graph = graph_of(network)
    image = helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, [1, 3, "height", "width"])
    disparity = helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [1, 1, "height_half", "width_half"])
    whole = helper.make_graph(graph.nodes, "depth4j", [image], [disparity], graph.weights)
    model = helper.make_model(whole, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="depth4j")
    model.ir_version = 8
    onnx.checker.check_model(model, full_check=True)
    return model


def compare(network, model):
    import onnxruntime

    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    worst = 0
    for height, width in ((192, 256), (256, 192), (128, 384)):
        picture = prepared(torch.rand(1, 3, height, width))
        with torch.no_grad():
            ours = network(picture).numpy()
        theirs = session.run(None, {INPUT: picture.numpy()})[0]
        worst = max(worst, numpy.abs(ours - theirs).max() / numpy.ptp(ours))
    return worst


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint")
    parser.add_argument("file")
    given = parser.parse_args()
    trained = load(given.checkpoint)
    exported = model_of(trained)
    onnx.save(exported, given.file)
    print(f"{given.file}: {exported.ByteSize()} bytes; differs from PyTorch by at most"
          f" {compare(trained, exported):.1e} of the range")

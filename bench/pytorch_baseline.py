"""The other side of the benchmark: what PyTorch and NumPy take for the same work.

Reads one request a line, as JSON, and answers with one line: {"seconds": …}, or {"missing": why}. It draws weights in place, multiplies
into memory that is there already, and keeps Python out of everything but the loop over the layers.
"""

import json
import sys
import time
from functools import partial

try:
    import numpy
except ImportError:
    numpy = None
try:
    import torch
except ImportError:
    torch = None


def versions():
    return {
        "versions": {
            "python": sys.version.split()[0],
            **({"numpy": numpy.__version__} if numpy else {}),
            **({"torch": torch.__version__, "threads": torch.get_num_threads()} if torch else {}),
        }
    }


# What the command is called that started this, for messages.
COMMAND = sys.argv[1] if len(sys.argv) > 1 else "python3"

# As on the other side: a measurement takes as many seconds at the least.
LEAST = 0.2


def timed(work):
    """The time of one call, after one that warms up: the mean of as many as fill the least time."""
    work()
    start = time.perf_counter()
    calls = 0
    while True:
        work()
        calls += 1
        elapsed = time.perf_counter() - start
        if elapsed >= LEAST:
            return {"seconds": elapsed / calls}


def peak():
    """The most memory that this process ever had, in MB, as Linux counts it."""
    try:
        with open("/proc/self/status") as status:
            return {"megabytes": next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024}
    except OSError:
        return {"missing": "not measured: no /proc"}


def with_threads(count, work):
    before = torch.get_num_threads()
    torch.set_num_threads(count)
    try:
        return timed(work)
    finally:
        torch.set_num_threads(before)


def fastest(work):
    """With all threads or with one: where others compute, threads that wait for one another took a hundred times as long as one."""
    seconds = {count: with_threads(count, work)["seconds"] for count in {1, torch.get_num_threads()}}
    best = min(seconds, key=seconds.get)
    return {"seconds": seconds[best], "threads": best}


def torch_draws(count, method):
    return with_threads(1, getattr(torch.empty(count), method))


def numpy_draws(count, method):
    draw = getattr(numpy.random.default_rng(1), method)
    out = numpy.empty(count, dtype=numpy.float32)
    return timed(lambda: draw(out=out, dtype=numpy.float32))


def network(width, depth, batch, backward):
    """One tanh network with N(0, (5/3)²/width) weights: draw, multiply, tanh, the std of every layer; and of every gradient."""
    std = 5 / 3 / width**0.5
    weights = [torch.empty(width, width) for _ in range(depth if backward else 1)]
    hidden = [torch.empty(batch, width) for _ in range(depth + 1)]

    def forward():
        stds = []
        hidden[0].normal_()
        for layer in range(depth):
            weight = weights[layer % len(weights)].normal_(0, std)
            torch.mm(hidden[layer], weight.t(), out=hidden[layer + 1])
            stds.append(hidden[layer + 1].tanh_().std())
        return torch.stack(stds).tolist()

    def both():
        stds = forward()
        gradient = torch.empty(batch, width).normal_()
        gradients = [gradient.std()]
        for layer in range(depth - 1, -1, -1):
            gradient = torch.mm(torch.ops.aten.tanh_backward(gradient, hidden[layer + 1]), weights[layer])
            gradients.append(gradient.std())
        return stds, torch.stack(gradients).tolist()

    with torch.inference_mode():
        return fastest(both if backward else forward)


WORK = {
    "torch normals": (lambda: torch, partial(torch_draws, method="normal_")),
    "torch uniforms": (lambda: torch, partial(torch_draws, method="uniform_")),
    "torch network": (lambda: torch, network),
    "numpy normals": (lambda: numpy, partial(numpy_draws, method="standard_normal")),
    "numpy uniforms": (lambda: numpy, partial(numpy_draws, method="random")),
}


def answer(request):
    what = request.pop("what")
    if what == "versions":
        return versions()
    if what == "peak":
        return peak()
    library, work = WORK[what]
    if not library():
        return {"missing": f"no {'PyTorch' if what.startswith('torch') else 'NumPy'} in {COMMAND}"}
    return work(**request)


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)

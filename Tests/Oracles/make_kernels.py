"""Reference numbers for Kernels, from numpy and scipy: python3 Tests/Oracles/make_kernels.py"""

import json
import pathlib

import numpy as np
from scipy import stats

here = pathlib.Path(__file__).parent
random = np.random.default_rng(11)

columns = {
    "normal": random.normal(3, 2, 257),
    "tied": random.integers(0, 9, 1000).astype(float),
    "skewed": np.exp(random.normal(0, 2, 700)),
    "offset": 1e9 + random.normal(0, 1, 600),
    "huge": random.normal(0, 1, 40) * 1e300,
    "tiny": random.normal(0, 1, 40) * 1e-300,
    "few": np.array([4.0, -1.0, 2.5, 2.5]),
}
probabilities = [0, 0.05, 0.25, 1 / 3, 0.5, 0.75, 0.99, 1]


def moments(values):
    exponent = np.floor(np.log2(np.abs(values).max()))
    scaled = (values.astype(np.longdouble) / np.longdouble(2) ** exponent)
    n = len(values)
    centred = scaled - scaled.mean()
    m2, m3, m4 = ((centred**k).mean() for k in (2, 3, 4))
    g1, g2 = m3 / m2**1.5, m4 / m2**2 - 3
    return {
        "mean": float(scaled.mean() * np.longdouble(2) ** exponent),
        "sd": float(np.sqrt(m2 * n / (n - 1)) * np.longdouble(2) ** exponent),
        "skewness": float(g1 * np.sqrt(np.longdouble(n * (n - 1))) / (n - 2)),
        "kurtosis": float(((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3))),
    }


design = random.normal(size=(60, 4)) * np.array([1e5, 1, 1e-3, 10])
target = design @ np.array([2e-5, 1, 300, 0.1]) + random.normal(size=60)
deficient = np.column_stack([design[:, :3], design[:, 0] + 2e5 * design[:, 1]])
wide = random.normal(size=(5, 9))
symmetric = design.T @ design / np.outer([1e5, 1, 1e-3, 10], [1e5, 1, 1e-3, 10])


def problem(matrix, y):
    return {
        "columns": matrix.T.tolist(),
        "target": y.tolist(),
        "coefficients": np.linalg.lstsq(matrix, y, rcond=None)[0].tolist(),
        "fitted": (matrix @ np.linalg.lstsq(matrix, y, rcond=None)[0]).tolist(),
    }


oracle = {
    "probabilities": probabilities,
    "columns": [
        {
            "name": name,
            "values": values.tolist(),
            **moments(values),
            "quantiles": np.quantile(values, probabilities).tolist(),
            "ranks": stats.rankdata(values).tolist(),
        }
        for name, values in columns.items()
    ],
    "leastSquares": {
        "full": problem(design, target),
        "deficient": problem(deficient, target),
        "wide": problem(wide, target[:5]),
    },
    "eigen": {
        "columns": symmetric.T.tolist(),
        "values": np.linalg.eigvalsh(symmetric).tolist(),
        "solved": np.linalg.solve(symmetric, np.arange(1.0, 5)).tolist(),
    },
}
(here / "kernels.json").write_text(json.dumps(oracle, separators=(",", ":")) + "\n")

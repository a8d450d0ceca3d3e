"""Reference numbers for Learning, from scikit-learn and numpy on the samples.

python3 Tests/Oracles/make_learning.py
"""

import json
import pathlib
import warnings

import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.metrics import accuracy_score, log_loss, root_mean_squared_error
from sklearn.model_selection import KFold
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

warnings.simplefilter("ignore")
here = pathlib.Path(__file__).parent
samples = here.parent.parent / "samples"

penguins = pd.read_csv(samples / "penguins_raw.csv")
measures = ["Culmen Length (mm)", "Culmen Depth (mm)", "Flipper Length (mm)", "Body Mass (g)"]
penguins = penguins.dropna(subset=measures)
credit = pd.read_csv(samples / "german_credit.csv", keep_default_na=False)
houses = pd.read_csv(samples / "ohio_houses.csv").sample(1500, random_state=3).sort_index()


def codes(series):
    return pd.Categorical(series).codes.astype(int)


def design(frame):
    return frame.to_numpy(dtype=float)


# A design whose columns differ in scale by eleven orders of magnitude.
credit_numbers = pd.DataFrame({
    "age": credit.age,
    "duration": credit.duration,
    "amount": credit.credit_amount * 1e3,
    "ratio": credit.credit_amount / credit.duration * 1e-6,
    "own": credit.housing == "own",
    "male": credit.sex == "male",
    "little": credit.checking_account == "little",
    "moderate": credit.checking_account == "moderate",
})
risk = credit.risk.astype(int).to_numpy()
rng = np.random.default_rng(5)
weights = rng.uniform(0.2, 3, len(credit)).round(3)

designs = {
    "penguins": design(penguins[measures]),
    "credit": design(credit_numbers.astype(float)),
    # Every level of two categories: two columns depend on the others.
    "deficient": design(
        pd.get_dummies(credit[["housing", "sex"]]).assign(age=credit.age).astype(float)),
}
numbers = {
    "penguins": penguins["Body Mass (g)"].to_numpy() / 7 + rng.normal(size=len(penguins)),
    "credit": credit.credit_amount.to_numpy(dtype=float) + 10 * credit.age + risk,
    "deficient": credit.duration.to_numpy(dtype=float),
}
classes = {
    "risk": ("credit", risk),
    "island": ("penguins", codes(penguins.Island)),
    "species": ("penguins", codes(penguins.Species)),
    "job": ("credit", codes(credit.job)),
}


def linear():
    for name, x in designs.items():
        y = numbers[name]
        w = weights if name != "penguins" else None
        for penalty in [0, 1, 50]:
            model = LinearRegression() if penalty == 0 else Ridge(alpha=penalty, solver="cholesky")
            # The same problem in columns of like size is solved more exactly and then changed back.
            if name == "credit" and penalty == 0:
                scale = x.std(axis=0)
                model.fit(x / scale, y, sample_weight=w)
                coefficients, intercept = model.coef_ / scale, model.intercept_
            elif penalty > 0:
                coefficients, intercept = ridge(x, y, w, penalty)
                model.fit(x, y, sample_weight=w)
                assert np.allclose(model.coef_, coefficients, rtol=1e-3), (name, penalty)
            else:
                model.fit(x, y, sample_weight=w)
                coefficients, intercept = model.coef_, model.intercept_
            yield {
                "design": name, "penalty": penalty, "weighted": w is not None,
                "coefficients": list(coefficients), "intercept": intercept,
            }


def ridge(x, y, w, penalty):
    """The normal equations in scaled columns; scikit-learn's own loses digits to the units."""
    w = np.ones(len(y)) if w is None else w
    mean, y_mean = np.average(x, axis=0, weights=w), np.average(y, weights=w)
    scale = np.sqrt((w[:, None] * (x - mean) ** 2).sum(axis=0))
    z = (x - mean) / scale
    gram = z.T @ (w[:, None] * z) + np.diag(penalty / scale**2)
    b = np.linalg.solve(gram, z.T @ (w * (y - y_mean))) / scale
    return b, y_mean - mean @ b


def logistic_loss(x, y, w, strength, theta, count):
    scores = np.column_stack([x, np.ones(len(x))]) @ theta
    if count == 2:
        scores = np.column_stack([np.zeros(len(x)), scores])
    top = scores.max(axis=1)
    loss = w * (np.log(np.exp(scores - top[:, None]).sum(axis=1)) + top
                - scores[np.arange(len(x)), y])
    return loss.sum()


def newton(x, y, w, strength, count):
    """Newton's method to the last digit, in scaled columns with the penalty scaled along."""
    mean, scale = x.mean(axis=0), x.std(axis=0)
    z = np.column_stack([(x - mean) / scale, np.ones(len(x))])
    p = z.shape[1]
    penalty = np.append(0 * scale if strength is None else 1 / strength / scale**2, 0)
    blocks = 1 if count == 2 else count
    theta = np.zeros((p, blocks))
    target = (y == 1)[:, None] if blocks == 1 else np.eye(count)[y]
    for _ in range(200):
        scores = z @ theta
        if blocks == 1:
            chance = 1 / (1 + np.exp(-scores))
        else:
            chance = np.exp(scores - scores.max(axis=1, keepdims=True))
            chance /= chance.sum(axis=1, keepdims=True)
        gradient = z.T @ (w[:, None] * (chance - target)) + penalty[:, None] * theta
        hessian = np.zeros((p * blocks, p * blocks))
        for k in range(blocks):
            for l in range(blocks):
                a = w * chance[:, k] * ((k == l) - chance[:, l])
                part = z.T @ (a[:, None] * z) + (np.diag(penalty) if k == l else 0)
                hessian[k * p:(k + 1) * p, l * p:(l + 1) * p] = part
        # lstsq leaves the direction alone that changes no probability.
        step = np.linalg.lstsq(hessian, -gradient.T.ravel(), rcond=1e-13)[0]
        size = min(1, 5 / np.abs(step).max())
        theta += size * step.reshape(blocks, p).T
        if np.abs(step).max() < 1e-13:
            break
    # The loss is convex: no slope left in any scaled column means its minimum.
    assert np.abs(gradient).max() < 1e-8, np.abs(gradient).max()
    coefficients = theta[:-1] / scale[:, None]
    intercepts = theta[-1] - mean @ coefficients
    return coefficients.T, intercepts


def logistic():
    for name, (table, y) in classes.items():
        x = designs[table]
        count = y.max() + 1
        for strength in [None, 1, 0.05]:
            if name == "species" and strength is None:
                continue  # separable
            w = weights if name == "risk" else np.ones(len(y))
            coefficients, intercepts = newton(x, y, w, strength, count)
            # scikit-learn's own solution can't do better than this one.
            model = LogisticRegression(
                C=np.inf if strength is None else strength, solver="newton-cholesky", tol=1e-10,
                max_iter=1000)
            model.fit(x, y, sample_weight=w)

            def whole(b, a):
                b, a = np.atleast_2d(b), np.atleast_1d(a)
                penalty = 0 if strength is None else (b**2).sum() / 2 / strength
                return logistic_loss(x, y, w, strength, np.vstack([b.T, a]), count) + penalty

            ours, theirs = whole(coefficients, intercepts), whole(model.coef_, model.intercept_)
            assert ours <= theirs * (1 + 1e-12), (name, strength, ours, theirs)
            # On the design with columns far apart it stops early, so closeness is asked of others.
            assert table == "credit" or ours > theirs * (1 - 1e-9), (name, strength, ours, theirs)
            yield {
                "design": table, "classes": name, "strength": strength,
                "weighted": name == "risk", "coefficients": coefficients.tolist(),
                "intercepts": intercepts.tolist(), "loss": ours,
            }


house_numbers = ["year_built", "living_area_sqft", "bedrooms", "baths", "rooms", "garage_sqft",
                 "lot_sqft", "latitude", "longitude"]
trees = {
    "penguins": (designs["penguins"], codes(penguins.Species), 3),
    "credit": (np.column_stack([designs["credit"]] + [
        codes(credit[c]) for c in ["job", "housing", "saving_accounts", "checking_account",
                                   "purpose"]]), risk, 2),
    "houses": (design(houses[house_numbers].fillna(-1)), houses.price.to_numpy(dtype=float), 0),
}


def forests():
    for name, (x, y, count) in trees.items():
        x = x.astype(np.float32)
        folds = np.zeros(len(y), dtype=int)
        for fold, (_, test) in enumerate(KFold(5, shuffle=True, random_state=1).split(x)):
            folds[test] = fold
        makers = {
            "forest": lambda seed: (RandomForestClassifier if count else RandomForestRegressor)(
                random_state=seed),
            "tree": lambda seed: (DecisionTreeClassifier if count else DecisionTreeRegressor)(
                random_state=seed, min_samples_leaf=5),
        }
        scores = {}
        for kind, make in makers.items():
            values = []
            for fold in range(5):
                here = folds == fold
                measure = accuracy_score if count else root_mean_squared_error
                # The mean over five seeds, so that one forest's luck doesn't set the mark.
                values.append(np.mean([
                    measure(y[here], make(seed).fit(x[~here], y[~here]).predict(x[here]))
                    for seed in range(5)
                ]))
            scores[kind] = values
        # Where a feature has a bin for each of its values a tree must be the same.
        few = [j for j in range(x.shape[1]) if len(np.unique(x[:, j])) <= 255]
        shallow = (DecisionTreeClassifier if count else DecisionTreeRegressor)(
            max_depth=3, random_state=0).fit(x[:, few], y)
        outputs = (shallow.predict_proba if count else shallow.predict)(x[:, few])
        yield {
            "name": name, "classCount": count, "columns": x.T.astype(float).tolist(),
            "target": y.tolist(), "folds": folds.tolist(), "scores": scores,
            "shallowColumns": few, "shallow": outputs.ravel().round(14).tolist(),
        }


oracle = {
    "designs": {name: x.T.tolist() for name, x in designs.items()},
    "numbers": {name: y.tolist() for name, y in numbers.items()},
    "classes": {name: y.tolist() for name, (_, y) in classes.items()},
    "weights": weights.tolist(),
    "linear": list(linear()),
    "logistic": list(logistic()),
    "trees": list(forests()),
}
text = json.dumps(oracle, separators=(",", ":"), default=float)
(here / "learning.json").write_text(text.replace(".0,", ",").replace(".0]", "]") + "\n")

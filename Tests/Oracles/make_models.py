"""Reference numbers for models, measures and the whole path, from scikit-learn.

    python3 Tests/Oracles/make_models.py    writes Tests/Oracles/models.json
"""
import json
import os
import warnings

import numpy as np
import pandas as pd
from sklearn import metrics
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.preprocessing import OneHotEncoder, StandardScaler

warnings.filterwarnings("ignore")
here = os.path.dirname(os.path.abspath(__file__))
samples = os.path.join(here, "..", "..", "samples")


def read(name):
    return pd.read_csv(os.path.join(samples, name))


def class_scores(actual, probabilities, positive):
    """actual: places of classes; positive: its place, or None for more than two classes."""
    count = probabilities.shape[1]
    labels = list(range(count))
    predicted = probabilities.argmax(axis=1)
    if positive is not None:
        average = dict(pos_label=positive, average="binary", zero_division=0)
        auc = metrics.roc_auc_score(actual == positive, probabilities[:, positive])
    else:
        average = dict(average="macro", zero_division=0)
        auc = np.mean([metrics.roc_auc_score(actual == c, probabilities[:, c]) for c in labels])
    return {
        "accuracy": metrics.accuracy_score(actual, predicted),
        "precision": metrics.precision_score(actual, predicted, **average),
        "recall": metrics.recall_score(actual, predicted, **average),
        "f1": metrics.f1_score(actual, predicted, **average),
        "roc_auc": auc,
        "log_loss": metrics.log_loss(actual, probabilities, labels=labels),
    }


def number_scores(actual, predicted):
    return {
        "rmse": metrics.root_mean_squared_error(actual, predicted),
        "mae": metrics.mean_absolute_error(actual, predicted),
        "r2": metrics.r2_score(actual, predicted),
    }


def measure_cases():
    random = np.random.default_rng(5)
    cases = []
    for count, positive, digits in [(2, 0, 8), (2, 1, 1), (3, None, 8), (4, None, 1)]:
        actual = random.integers(0, count, 60)
        actual[:count] = range(count)
        raw = np.round(random.random((60, count)), digits) + 0.05
        probabilities = raw / raw.sum(axis=1, keepdims=True)
        cases.append({
            "actual": actual.tolist(), "probabilities": probabilities.T.tolist(),
            "predicted": probabilities.argmax(axis=1).tolist(), "positive": positive,
            "scores": class_scores(actual, probabilities, positive),
        })
    actual = random.normal(50, 10, 60)
    predicted = actual + random.normal(0, 4, 60)
    cases.append({
        "actual": actual.tolist(), "probabilities": [], "predicted": predicted.tolist(),
        "positive": None, "scores": number_scores(actual, predicted),
    })
    return cases


def prepared(frame, numbers, categories, training, drop, scaled):
    """The matrix as the recipe makes it, learned from the training rows."""
    parts, names = [], list(numbers)
    if numbers:
        values = frame[numbers].astype(float)
        values = values.fillna(values[training].median())
        if scaled:
            values = StandardScaler().fit(values[training]).transform(values)
        parts.append(np.asarray(values))
    if categories:
        encoder = OneHotEncoder(drop=drop, handle_unknown="ignore", sparse_output=False)
        encoder.fit(frame.loc[training, categories])
        parts.append(encoder.transform(frame[categories]))
        for category, levels, left in zip(
                categories, encoder.categories_,
                encoder.drop_idx_ if drop else [None] * len(categories)):
            names += [f"{category}={l}" for place, l in enumerate(levels) if place != left]
    return np.hstack(parts), names


def path(name, lines, frame, target, folds, model, numbers, categories=(), drop=None,
         positive=None, scaled=True, log=False):
    """Per-fold scores of a whole session: load, prepare, train, score."""
    numbers, categories = list(numbers), list(categories)
    scores = []
    coefficients = None
    levels = sorted(frame[target].unique(), key=str) if positive != "number" else None
    for fold in sorted(set(folds), key=str):
        training = (folds != fold).to_numpy()
        matrix, _ = prepared(frame, numbers, categories, training, drop, scaled)
        if levels is None:
            actual = frame[target].to_numpy(float)
            learned = np.log(actual) if log else actual
            fit = model().fit(matrix[training], learned[training])
            predicted = fit.predict(matrix[~training])
            predicted = np.exp(predicted) if log else predicted
            scores.append(number_scores(actual[~training], predicted))
        else:
            actual = frame[target].map({level: place for place, level in enumerate(levels)})
            actual = actual.to_numpy()
            fit = model().fit(matrix[training], actual[training])
            place = levels.index(positive) if positive is not None else None
            scores.append(class_scores(
                actual[~training], fit.predict_proba(matrix[~training]), place))
    everything = np.ones(len(frame), bool)
    matrix, names = prepared(frame, numbers, categories, everything, drop, scaled)
    if hasattr(fit, "coef_"):
        fit = model().fit(matrix, learned if levels is None else actual)
        coefficients = np.atleast_2d(fit.coef_).tolist()
        intercepts = np.atleast_1d(fit.intercept_).tolist()
    return {
        "name": name, "lines": lines,
        "scores": {key: [score[key] for score in scores] for key in scores[0]},
        "columns": names,
        "coefficients": coefficients,
        "intercepts": intercepts if coefficients else None,
    }


def plain(**options):
    return lambda: LogisticRegression(
        C=np.inf, solver="newton-cholesky", tol=1e-13, max_iter=10000, **options)


def penalised(strength=1.0):
    return lambda: LogisticRegression(
        C=strength, solver="newton-cholesky", tol=1e-13, max_iter=10000)


CLASS = "measure accuracy precision recall f1 roc_auc log_loss"
NUMBER = "measure rmse mae r2"


def paths():
    credit = read("german_credit.csv")
    kinds = ["sex", "housing", "saving_accounts", "checking_account", "purpose"]
    numbers = ["job", "credit_amount", "duration", "age"]
    folds = credit.credit_amount % 5
    head = [
        'load "samples/german_credit.csv"', "derive fold = credit_amount % 5",
        "target risk positive=0", "validate column=fold", CLASS, "scale standard :number",
    ]
    result = [
        path("credit, no penalty", head + ["encode onehot :category drop=first",
             "train logistic penalty=none"],
             credit, "risk", folds, plain(), numbers, kinds, "first", positive=0),
        path("credit, L2", head + ["encode onehot :category", "train logistic"],
             credit, "risk", folds, penalised(), numbers, kinds, positive=0),
        path("credit, strong L2", head + ["encode onehot :category", "train logistic C=0.01"],
             credit, "risk", folds, penalised(0.01), numbers, kinds, positive=0),
    ]
    penguins = read("penguins_raw.csv")
    bill = ["Culmen Length (mm)", "Culmen Depth (mm)", "Flipper Length (mm)", "Body Mass (g)"]
    folds = penguins["Sample Number"] % 5
    result.append(path(
        "penguins, three classes, L2",
        ['load "samples/penguins_raw.csv"', "derive fold = `Sample Number` % 5",
         "target Species", "validate column=fold", "rename clean",
         "keep culmen_* flipper_length_mm body_mass_g", CLASS,
         "impute median :number", "scale standard :number", "train logistic"],
        penguins, "Species", folds, penalised(), bill))
    weather = read("seattle_weather.csv")
    folds = weather.date.str.slice(8, 10).astype(int) % 4
    head = [
        'load "samples/seattle_weather.csv"', "derive fold = day(date) % 4", "drop date",
        "target weather", "validate column=fold", CLASS, "scale standard :number",
    ]
    values = ["precipitation", "temp_max", "temp_min", "wind"]
    result.append(path("weather, five classes, L2", head + ["train logistic"],
                       weather, "weather", folds, penalised(), values))
    houses = read("ohio_houses.csv")
    numbers = [
        "year_built", "living_area_sqft", "bedrooms", "baths", "half_baths", "rooms",
        "garage_sqft", "frontage_ft", "depth_ft", "lot_sqft", "latitude", "longitude",
    ]
    kinds = ["stories", "wall", "garage"]
    folds = houses.lot_sqft % 5
    for log in [False, True]:
        head = [
            'load "samples/ohio_houses.csv"', "derive fold = lot_sqft % 5",
            "drop assessed_value sale_date", "target price" + (" transform=log" if log else ""),
            "validate column=fold", NUMBER, "scale standard :number",
        ]
        note = ", log" if log else ""
        result.append(path(
            "houses, linear" + note, head + ["encode onehot :category drop=first", "train linear"],
            houses, "price", folds, LinearRegression, numbers, kinds, "first",
            positive="number", log=log))
        result.append(path(
            "houses, ridge" + note, head + ["encode onehot :category", "train ridge alpha=10"],
            houses, "price", folds, lambda: Ridge(alpha=10, solver="cholesky"), numbers, kinds,
            positive="number", log=log))
    return result


def forests():
    def classes(seed):
        return lambda: RandomForestClassifier(n_estimators=100, random_state=seed, n_jobs=2)

    def regression(seed):
        return lambda: RandomForestRegressor(
            n_estimators=100, max_features=1 / 3, random_state=seed, n_jobs=2)

    credit = read("german_credit.csv")
    kinds = ["sex", "housing", "saving_accounts", "checking_account", "purpose"]
    result = [path(
        "credit",
        ['load "samples/german_credit.csv"', "derive fold = credit_amount % 5",
         "target risk positive=0", "validate column=fold", "encode onehot :category",
         "measure roc_auc", "train forest"],
        credit, "risk", credit.credit_amount % 5, classes(1),
        ["job", "credit_amount", "duration", "age"], kinds, positive=0, scaled=False)]
    penguins = read("penguins_raw.csv")
    bill = ["Culmen Length (mm)", "Culmen Depth (mm)", "Flipper Length (mm)", "Body Mass (g)"]
    result.append(path(
        "penguins",
        ['load "samples/penguins_raw.csv"', "derive fold = `Sample Number` % 5",
         "target Species", "validate column=fold", "rename clean",
         "keep culmen_* flipper_length_mm body_mass_g", "impute median :number",
         "measure accuracy", "train forest"],
        penguins, "Species", penguins["Sample Number"] % 5, classes(1), bill, scaled=False))
    weather = read("seattle_weather.csv")
    result.append(path(
        "weather",
        ['load "samples/seattle_weather.csv"', "derive fold = day(date) % 4", "drop date",
         "target weather", "validate column=fold", "measure accuracy", "train forest"],
        weather, "weather", weather.date.str.slice(8, 10).astype(int) % 4, classes(1),
        ["precipitation", "temp_max", "temp_min", "wind"], scaled=False))
    houses = read("ohio_houses.csv")
    houses = houses[houses.depth_ft % 3 == 0].reset_index(drop=True)
    numbers = [
        "year_built", "living_area_sqft", "bedrooms", "baths", "half_baths", "rooms",
        "garage_sqft", "frontage_ft", "depth_ft", "lot_sqft", "latitude", "longitude",
    ]
    result.append(path(
        "houses",
        ['load "samples/ohio_houses.csv"', "filter depth_ft % 3 = 0",
         "derive fold = lot_sqft % 5", "drop assessed_value sale_date :category",
         "target price", "validate column=fold", "measure r2", "train forest"],
        houses, "price", houses.lot_sqft % 5, regression(1), numbers, positive="number",
        scaled=False))
    return result


def main():
    numbers = {"measures": measure_cases(), "paths": paths(), "forests": forests()}
    with open(os.path.join(here, "models.json"), "w") as file:
        json.dump(numbers, file, separators=(",", ":"))
        file.write("\n")


main()

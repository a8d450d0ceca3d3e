"""Models beside scikit-learn's: the same rows and folds, the time of the whole line."""

import data
from measure import compare, title

FOLDS = "from sklearn.model_selection import KFold; "


def models():
    title("models, two folds")
    compare("logistic, 50,000 rows", data.labelled(100_000), ["target y", "split 50/50 seed=1", "validate kfold folds=2"],
            "train logistic", {"scikit-learn": (
                "import sklearn.linear_model as m; " + FOLDS + "d = pandas.read_csv(path)[:50_000]; "
                "X = d.drop(columns='y').to_numpy(); y = d.y.to_numpy()",
                "[m.LogisticRegression(max_iter=200).fit(X[a], y[a]).predict_proba(X[b]) "
                "for a, b in KFold(2, shuffle=True).split(X)]")}, times=1)
    compare("forest, 100 trees, houses", "samples/ohio_houses.csv",
            ["target price", "drop :category sale_date", "split 99/1 seed=1", "validate kfold folds=2"],
            "train forest", {"scikit-learn": (
                "import sklearn.ensemble as m; " + FOLDS + "d = pandas.read_csv(path).select_dtypes('number'); "
                "X = d.drop(columns='price').to_numpy(); y = d.price.to_numpy()",
                "[m.RandomForestRegressor(100, n_jobs=-1).fit(X[a], y[a]).predict(X[b]) "
                "for a, b in KFold(2, shuffle=True).split(X)]")}, times=1)

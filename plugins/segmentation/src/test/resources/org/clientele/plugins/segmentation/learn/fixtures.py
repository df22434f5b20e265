"""Makes the fixtures beside it. Run: /usr/bin/python3 fixtures.py  (Debian 12: python3-sklearn, python3-scipy)

Points are written with 17 digits, a row a line. Expected figures stand in expected.txt, a name and its numbers a line.
Versions that made the committed files: see the first line of expected.txt.
"""
import warnings

import numpy as np
import scipy
import sklearn
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.optimize import linear_sum_assignment
from sklearn.cluster import DBSCAN, KMeans
from sklearn.datasets import make_blobs, make_moons
from sklearn.decomposition import PCA
from sklearn.metrics import (adjusted_rand_score, calinski_harabasz_score, davies_bouldin_score, silhouette_samples,
                             silhouette_score)
from sklearn.mixture import GaussianMixture
from sklearn.neighbors import NearestNeighbors

warnings.filterwarnings("ignore")
rng = np.random.default_rng(20261122)
out = [f"# scikit-learn {sklearn.__version__}, SciPy {scipy.__version__}, NumPy {np.__version__}"]


def say(name, values):
    out.append(name + " " + " ".join(repr(float(v)) for v in np.ravel(values)))


def save(name, points):
    np.savetxt(name + ".csv", points, delimiter=",", fmt="%.17g")


blobs, _ = make_blobs(500, 4, centers=5, cluster_std=[1.0, 1.5, 0.7, 2.0, 1.2], random_state=3)
mixing = np.array([[1, 0.6, 0.3], [0, 0.8, 0.2], [0, 0, 0.9]])
skewed = np.exp(rng.standard_normal((400, 3)) @ mixing * 0.8) * [1, 30, 1000]
moons = np.vstack([make_moons(600, noise=0.07, random_state=5)[0], rng.uniform(-2, 3, (40, 2))])
whole = rng.integers(0, 6, (200, 2)).astype(float)
sets = {"blobs": blobs, "skewed": skewed, "moons": moons, "whole": whole}
for name, points in sets.items():
    save(name, points)

for name, k in [("blobs", 5), ("skewed", 4), ("moons", 6)]:
    points = sets[name]
    initial = points[np.arange(k) * 7]
    for tol in (0, 1e-4):
        model = KMeans(k, init=initial, n_init=1, tol=tol, max_iter=300, algorithm="lloyd").fit(points)
        key = f"kmeans.{name}.{'strict' if tol == 0 else 'usual'}"
        say(key + ".centres", model.cluster_centers_)
        say(key + ".labels", model.labels_)
        say(key + ".inertia", [model.inertia_])
        say(key + ".iterations", [model.n_iter_])
    best = KMeans(k, n_init=50, random_state=1).fit(points)
    say(f"kmeans.{name}.best", [best.inertia_])
    labels = KMeans(k, init=initial, n_init=1, tol=0, algorithm="lloyd").fit(points).labels_
    say(f"silhouette.{name}", silhouette_samples(points, labels))
    say(f"silhouette.{name}.mean", [silhouette_score(points, labels)])
    say(f"daviesbouldin.{name}", [davies_bouldin_score(points, labels)])
    say(f"calinskiharabasz.{name}", [calinski_harabasz_score(points, labels)])
    other = KMeans(3, init=points[:3], n_init=1).fit(points).labels_
    say(f"rand.{name}.other", other)
    say(f"rand.{name}", [adjusted_rand_score(labels, other)])

empty = blobs[[0, 7, 14, 21, 28]].copy()
empty[4] = 1e4
model = KMeans(5, init=empty, n_init=1, tol=0, algorithm="lloyd").fit(blobs)
say("kmeans.empty.inertia", [model.inertia_])
say("kmeans.empty.labels", model.labels_)

for name in ("blobs", "skewed"):
    for basis in ("covariance", "correlation"):
        points = sets[name]
        if basis == "correlation":
            points = (points - points.mean(0)) / points.std(0, ddof=1)
        pca = PCA().fit(points)
        sign = np.array([np.sign(row[np.argmax(np.abs(row))]) for row in pca.components_])
        say(f"pca.{name}.{basis}.variances", pca.explained_variance_)
        say(f"pca.{name}.{basis}.explained", pca.explained_variance_ratio_)
        say(f"pca.{name}.{basis}.components", pca.components_ * sign[:, None])
        say(f"pca.{name}.{basis}.scores", (pca.transform(points) * sign)[:50, :3])

for name in ("blobs", "skewed", "moons"):
    for method in ("ward", "average", "complete"):
        tree = linkage(sets[name], method)
        say(f"tree.{name}.{method}.heights", tree[:, 2])
        say(f"tree.{name}.{method}.sizes", tree[:, 3])
        for k in (2, 3, 7):
            say(f"tree.{name}.{method}.cut{k}", fcluster(tree, k, "maxclust"))
for method in ("ward", "average", "complete"):
    say(f"tree.whole.{method}.heights", linkage(whole, method)[:, 2])

for name, eps, least in [("moons", 0.15, 5), ("blobs", 1.4, 8), ("whole", 1.0, 20)]:
    model = DBSCAN(eps=eps, min_samples=least).fit(sets[name])
    core = np.zeros(len(sets[name]))
    core[model.core_sample_indices_] = 1
    say(f"dbscan.{name}.labels", model.labels_)
    say(f"dbscan.{name}.core", core)
for name in ("moons", "blobs"):
    near = NearestNeighbors(n_neighbors=5).fit(sets[name]).kneighbors(sets[name])[0][:, 4]
    say(f"dbscan.{name}.fourth", near)

for name, k in [("blobs", 5), ("skewed", 3), ("moons", 4)]:
    points = sets[name]
    for kind in ("full", "diag", "tied", "spherical"):
        runs = [GaussianMixture(k, covariance_type=kind, random_state=s, max_iter=500, tol=1e-6).fit(points)
                for s in range(10)]
        best = max(runs, key=lambda m: m.score(points))
        key = f"mixture.{name}.{kind}"
        say(key + ".loglikelihood", [best.score(points) * len(points)])
        say(key + ".bic", [best.bic(points)])
        say(key + ".aic", [best.aic(points)])
        say(key + ".weights", best.weights_)
        say(key + ".means", best.means_)
        say(key + ".covariances", best.covariances_)
        say(key + ".posteriors", best.predict_proba(points)[:40])

costs = rng.integers(0, 50, (9, 9)).astype(float)
say("assignment.costs", costs)
say("assignment.total", [costs[linear_sum_assignment(costs)].sum()])
wide = rng.standard_normal((4, 7))
say("assignment.wide", wide)
say("assignment.wide.total", [wide[linear_sum_assignment(wide)].sum()])
say("assignment.wide.columns", linear_sum_assignment(wide)[1])

with open("expected.txt", "w") as f:
    f.write("\n".join(out) + "\n")

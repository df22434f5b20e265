"""The other side of KMeansBenchmark: scikit-learn's Lloyd on the same bytes from the same centres, by its own clock.

Arguments: a file of doubles in this machine's order, rows, columns, a file of centres, how many. For each line on standard
input it fits once and answers milliseconds, inertia, iterations, and by how many bytes the process grew at its largest.
"""
import resource
import sys
import time

import numpy as np
import sklearn
from sklearn.cluster import KMeans

data, rows, columns, initial, groups = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], int(sys.argv[5])
points = np.fromfile(data).reshape(rows, columns)
centres = np.fromfile(initial).reshape(groups, columns)
# The first use loads libraries, which is not what is measured.
KMeans(groups, init=centres, n_init=1, algorithm="lloyd", max_iter=2).fit(points[:10_000])
print("scikit-learn", sklearn.__version__, flush=True)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for _ in sys.stdin:
    start = time.perf_counter()
    model = KMeans(groups, init=centres, n_init=1, algorithm="lloyd", max_iter=300, tol=1e-4).fit(points)
    millis = (time.perf_counter() - start) * 1e3
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    print(millis, repr(float(model.inertia_)), model.n_iter_, grown, flush=True)

"""Agreement on all codes, beside the Python packages a researcher would use: the same data, one run.

    python -m venv peers && peers/bin/pip install krippendorff irrCAC nltk scikit-learn pandas krippendorff-unitized-alpha
    peers/bin/python tests/benches/peers/agreement.py

Runs `cargo bench -p draad-measures --bench agreement`, which writes its data, numbers and times; then each package on that data, code by
code, with the data in memory in the form that the package asks for. Prints times, their ratios, and the largest difference between numbers.
"""

import os
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

import krippendorff
import pandas
from irrCAC.raw import CAC
from krippendorff_unitized_alpha.krippendorffs_unitized_alpha import EMPTY_TAG, KrippendorffUnitizedAlpha, Segment
from nltk.metrics.agreement import AnnotationTask
from sklearn.metrics import cohen_kappa_score

# Packages that take longer are run on the first codes only, and their time is scaled up.
CODES_OF_SLOW_PACKAGES = 10
# Of the data that the bench makes.
N_SOURCES, LENGTH = 200, 25_000


def main():
    folder = Path(tempfile.mkdtemp())
    bench = ["cargo", "bench", "--quiet", "-p", "draad-measures", "--bench", "agreement"]
    subprocess.run(bench, env={**os.environ, "DRAAD_PEERS": str(folder)}, check=True)
    found = pandas.read_csv(folder / "found.csv").set_index("code")
    ours = pandas.read_csv(folder / "times.csv").set_index("step").milliseconds
    units, spans = pandas.read_csv(folder / "units.csv"), pandas.read_csv(folder / "spans.csv")
    # Where nothing was coded packages stop with an error, or warn and answer nan.
    matrices = {code: rows[["a", "b"]].to_numpy().T for code, rows in units.groupby("code") if rows[["a", "b"]].any(axis=None)}
    in_units = ours["units, all coefficients"]
    print(f"\n{'package':<34}{'codes':>6}{'all codes, ms':>16}{'times slower':>14}{'difference':>12}")
    for name, n_codes, prepare, compute, columns in PACKAGES:
        prepared = {code: prepare(matrices[code]) for code in list(matrices)[: n_codes or len(matrices)]}
        report(name, prepared, compute, found[columns], len(matrices), in_units)
    continua = {code: laid_end_to_end(spans[spans.code == code]) for code in list(matrices)[:CODES_OF_SLOW_PACKAGES]}
    compute = lambda continuum: [KrippendorffUnitizedAlpha(continuum).result]
    report("krippendorff-unitized-alpha, ᵤα", continua, compute, found[["u_alpha"]], len(matrices), ours["spans, all coefficients"])


def report(name, prepared, compute, expected, n_codes, ours):
    start = time.perf_counter()
    values = {code: compute(data) for code, data in prepared.items()}
    milliseconds = (time.perf_counter() - start) * 1e3 * n_codes / len(prepared)
    apart = [abs(value - other) for code, row in values.items() for value, other in zip(row, expected.loc[code])]
    print(f"{name:<34}{len(prepared):>6}{milliseconds:>16,.0f}{milliseconds / ours:>14,.1f}{max(apart):>12.0e}", flush=True)


def irrcac(table):
    cac = CAC(table)
    methods = [cac.fleiss, cac.conger, cac.bp, cac.gwet, cac.krippendorff]
    return [method()["est"]["coefficient_value"] for method in methods]


def triples(matrix):
    return AnnotationTask(data=[(coder, unit, value) for coder, row in zip("ab", matrix) for unit, value in enumerate(row.tolist())])


def laid_end_to_end(spans):
    """All texts as one continuum; the package wants gaps to be given as well."""
    continuum = {}
    for coder in (0, 1):
        segments, end = [], 0
        own = spans[spans.coder == coder].sort_values(["source", "start"])
        for source, start, stop in own[["source", "start", "end"]].to_numpy().tolist():
            start, stop = start + source * LENGTH, stop + source * LENGTH
            if start > end:
                segments.append(Segment(EMPTY_TAG, end, start))
            segments.append(Segment("code", start, stop))
            end = stop
        continuum[str(coder)] = segments + [Segment(EMPTY_TAG, end, N_SOURCES * LENGTH)]
    return continuum


PACKAGES = [
    ("krippendorff, alpha", None, lambda m: m, lambda m: [krippendorff.alpha(reliability_data=m, level_of_measurement="nominal")], ["alpha"]),
    ("scikit-learn, Cohen", None, lambda m: m, lambda m: [cohen_kappa_score(m[0], m[1])], ["cohen"]),
    ("irrCAC, five coefficients", CODES_OF_SLOW_PACKAGES, lambda m: pandas.DataFrame(m.T, columns=["a", "b"]), irrcac, ["fleiss", "conger", "bp", "ac1", "alpha"]),
    ("nltk, alpha, Cohen, Scott", CODES_OF_SLOW_PACKAGES, triples, lambda task: [task.alpha(), task.kappa(), task.pi()], ["alpha", "cohen", "scott"]),
]

if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.exit(main())

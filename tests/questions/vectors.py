"""Marks by hand: the worked examples of the standards (4.2), and one of each other rule."""

from __future__ import annotations

from typing import Any

LETTERS = list("ABCDEF")
GRID = {"rows": ["r1", "r2", "r3", "r4", "r5", "r6"], "columns": ["c1", "c2", "c3"]}
BLANKS = {"blanks": {"x": ["a", "b"], "y": ["c", "d"], "z": ["e", "f"]}}
TOKENS = {"tokens": list("abcd"), "targets": ["x", "y", "z"], "interchangeable": [["x", "y"]]}
TIE = {"actions": list("abcde"), "conditions": list("fghi"), "parameters": list("jklmn")}
TIE_KEY = {"actions": ["a", "b"], "condition": "f", "parameters": ["j", "k"]}
GRID_KEY = {"c1": ["r1", "r2", "r3", "r4"], "c2": ["r1", "r2"], "c3": ["r5", "r6"]}
GROUPS = {"groups": {"g": ["a", "b", "c"], "h": ["a", "b"]}}

Vector = tuple[str, str, Any, Any, Any, int | None, int | None]
"""Item type, scoring rule, options, key, response, score (None: invalid), maximum."""


def _cases(kind: str, rule: str, options: Any, key: Any, *marks: Any) -> list[Vector]:
    *responses, maximum = marks
    return [(kind, rule, options, key, given, score, maximum) for given, score in responses]


_SELECT_ALL = ("multiple_response_select_all", "plus_minus", LETTERS)
_SELECT_N = ("multiple_response_select_n", "zero_one_sum", LETTERS)

VECTORS: list[Vector] = [
    *_cases(
        "multiple_choice",
        "zero_one_single",
        LETTERS,
        "B",
        ("B", 1),
        ("A", 0),
        (None, 0),
        ("Z", None),
        (["B"], None),
        (3, None),
        1,
    ),
    *_cases(*_SELECT_ALL, list("ABDF"), (list("ABDC"), 2), ([], 0), (list("FDBA"), 4), 4),
    *_cases(*_SELECT_ALL, ["A", "B"], (LETTERS, 0), (["A", "A", "C"], 0), ("AB", None), 2),
    *_cases(
        *_SELECT_N,
        list("ACE"),
        (list("ABE"), 2),
        (list("ACEF"), None),
        (["A", "A", "A", "A"], 1),
        (["Z"], None),
        3,
    ),
    *_cases(
        "multiple_response_grouping",
        "plus_minus_per_group",
        GROUPS,
        {"g": ["a"], "h": ["a", "b"]},
        ({"g": ["a", "b"], "h": ["a", "b"]}, 2),
        ({"g": ["b", "c"], "h": ["a"]}, 1),
        ({}, 0),
        ({"q": []}, None),
        ({"g": "a"}, None),
        3,
    ),
    *_cases(
        "matrix_multiple_choice",
        "zero_one_per_row",
        GRID,
        {"r1": "c1", "r2": "c2"},
        ({"r1": "c1", "r2": "c1"}, 1),
        ({"r1": None}, 0),
        ({"r9": "c1"}, None),
        2,
    ),
    *_cases(
        "matrix_multiple_response",
        "plus_minus_per_column",
        GRID,
        GRID_KEY,
        ({"c1": ["r1", "r2", "r3", "r4"], "c2": ["r1", "r2"], "c3": ["r1", "r2", "r3"]}, 6),
        (GRID_KEY, 8),
        ({"c1": ["r5"], "c2": ["r1"]}, 1),
        8,
    ),
    *_cases(
        "drop_down_cloze",
        "zero_one_per_blank",
        BLANKS,
        {"x": "a", "y": "c", "z": "e"},
        ({"x": "a", "y": None, "z": "f"}, 1),
        ({"x": "c"}, None),
        3,
    ),
    *_cases(
        "drag_drop_cloze",
        "zero_one_per_blank",
        TOKENS,
        {"x": "a", "y": "b", "z": "c"},
        ({"x": "b", "y": "a", "z": "c"}, 3),
        ({"x": "a", "y": "a", "z": "d"}, 1),
        ({"x": "c", "y": None, "z": "a"}, 0),
        3,
    ),
    *_cases(
        "drop_down_rationale",
        "rationale_dyad",
        {"blanks": {"x": ["a", "b"], "y": ["c", "d"]}},
        {"x": "a", "y": "c"},
        ({"x": "a", "y": "c"}, 1),
        ({"x": "a", "y": "d"}, 0),
        ({"x": "b", "y": "c"}, 0),
        1,
    ),
    *_cases(
        "drop_down_rationale",
        "rationale_triad",
        BLANKS,
        {"z": "e", "x": "a", "y": "c"},
        ({"x": "a", "y": "c", "z": "f"}, 1),
        ({"x": "b", "y": "c", "z": "e"}, 0),
        ({"x": "a", "y": "c", "z": "e"}, 2),
        2,
    ),
    *_cases(
        "drag_drop_rationale",
        "rationale_dyad",
        {"tokens": list("abc"), "targets": ["x", "y"]},
        {"x": "a", "y": "b"},
        ({"x": "a", "y": "b"}, 1),
        ({"x": "a", "y": "c"}, 0),
        1,
    ),
    *_cases("highlight_text", "plus_minus", LETTERS, ["A", "B"], (["A", "C"], 0), (["A"], 1), 2),
    *_cases("highlight_table", "plus_minus", LETTERS, ["A", "B"], (["B", "A"], 2), 2),
    *_cases(
        "bow_tie",
        "zero_one_sum",
        TIE,
        TIE_KEY,
        ({"actions": ["b", "a"], "condition": "g", "parameters": ["k", "j"]}, 4),
        (TIE_KEY, 5),
        ({"actions": ["a", "a"], "condition": None, "parameters": []}, 1),
        ({"actions": ["a", "b", "c"], "condition": "f", "parameters": []}, None),
        5,
    ),
    *_cases(
        "trend",
        "plus_minus",
        {"exhibit": {}, "response_type": "multiple_response_select_all", "choices": LETTERS},
        ["A"],
        (["A", "B"], 0),
        (["A"], 1),
        1,
    ),
    *_cases(
        "trend",
        "zero_one_per_row",
        {"exhibit": {}, "response_type": "matrix_multiple_choice", **GRID},
        {"r1": "c1"},
        ({"r1": "c1"}, 1),
        1,
    ),
    *_cases(
        "case_study_total",
        "sum_of_items",
        {"items": ["q1", "q2"]},
        None,
        ({"item_scores": [2, 3]}, 5),
        ({"item_scores": ["2"]}, None),
        ([2], None),
        None,
    ),
]

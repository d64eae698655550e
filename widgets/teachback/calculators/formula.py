"""Formulas: arithmetic as a person writes it, compiled to nested lists that two evaluators read.

Python and the browser do the same operations on the same numbers (IEEE 754), so they agree to the
last digit. What holds is 1, what does not is 0.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any

HALF = 0.5
NOISE = 1e-9
"""What binary fractions may lack at a half: 0.15 must round up to 0.2, as on paper."""

Compiled = float | str | list[Any]
"""A number, a name, or an operation with what it works on."""

_WRITTEN: dict[type[ast.AST], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.And: "and",
    ast.Or: "or",
}


def rounded(value: float, decimals: int) -> float:
    """Return a number rounded to so many decimals, halves up.

    >>> rounded(11.95, 1)
    12.0
    """
    scale = 10.0**decimals
    return math.floor(value * scale + HALF + NOISE) / scale


_DONE: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "max": max,
    "min": min,
    "<": lambda a, b: float(a < b),
    "<=": lambda a, b: float(a <= b),
    ">": lambda a, b: float(a > b),
    ">=": lambda a, b: float(a >= b),
    "==": lambda a, b: float(a == b),
    "and": lambda a, b: float(bool(a) and bool(b)),
    "or": lambda a, b: float(bool(a) or bool(b)),
    "round": lambda a, b: rounded(a, int(b)),
}


def compiled(formula: str) -> Compiled:
    """Return a formula as nested lists.

    >>> compiled("max(0, 4.0 - albumin)")
    ['max', 0.0, ['-', 4.0, 'albumin']]

    Raises:
        ValueError: if it holds anything but numbers, names, + - * /, comparisons, and, or,
            "a if b else c", and max, min and round of two.
    """
    try:
        return _node(ast.parse(formula, mode="eval").body)
    except (SyntaxError, RecursionError) as error:
        msg = f"'{formula[:60]}' is not a formula; write it as 'total + 0.8 * (4.0 - albumin)'"
        raise ValueError(msg) from error


def _node(node: ast.AST) -> Compiled:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return float(number)
        case ast.Name(id=name):
            return name
    kind, parts = _operation(node)
    return [kind, *map(_node, parts)]


def _operation(node: ast.AST) -> tuple[str, list[ast.expr]]:
    match node:
        case ast.IfExp(test=test, body=body, orelse=other):
            return "if", [test, body, other]
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _WRITTEN:
            return _WRITTEN[type(op)], [left, right]
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _WRITTEN:
            return _WRITTEN[type(op)], [left, right]
        case ast.BoolOp(op=op, values=[left, right]):
            return _WRITTEN[type(op)], [left, right]
        case ast.Call(func=ast.Name(id="max" | "min" | "round" as name), args=[left, right]):
            return name, [left, right]
    msg = f"'{ast.unparse(node)[:60]}' cannot stand in a formula; use two at a time, in brackets"
    raise ValueError(msg)


def names_in(formula: Compiled) -> Iterator[str]:
    """Yield every name that a compiled formula uses."""
    if isinstance(formula, str):
        yield formula
    elif isinstance(formula, list):
        for part in formula[1:]:
            yield from names_in(part)


def evaluate(formula: Compiled, values: Mapping[str, float]) -> float:
    """Return what a compiled formula comes to.

    >>> evaluate(compiled("3 if x >= 2 else 1"), {"x": 2})
    3.0

    Raises:
        KeyError: if it uses a name that has no value.
    """
    if isinstance(formula, str):
        return float(values[formula])
    if not isinstance(formula, list):
        return formula
    kind, *parts = formula
    if kind == "if":
        return evaluate(parts[1] if evaluate(parts[0], values) else parts[2], values)
    return _DONE[kind](*(evaluate(part, values) for part in parts))

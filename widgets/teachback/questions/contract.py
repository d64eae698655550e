"""Marking by the contract of `teachback mark`: items as other programs write them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any

from teachback.errors import AnswerError, ItemError
from teachback.questions.responses import Place, Response
from teachback.questions.scoring import Scoring, one_right, plus_minus, rationale, zero_one

Key = Mapping[str, list[str]]
"""The right elements of each place."""

KEYS = frozenset({"item_type", "scoring_rule", "options", "key", "response"})


def _list(options: Any, **limits: Any) -> Response:
    return Response((Place("response", _ids(options), **limits),), flat=True)


def _one(options: Any, _key: Any) -> Response:
    return _list(options)


def _many(options: Any, _key: Any) -> Response:
    return _list(options, many=True)


def _as_many_as_right(options: Any, key: Any) -> Response:
    return _list(options, many=True, most=len(set(_ids(key))))


def _groups(options: Any, _key: Any) -> Response:
    return Response(
        tuple(Place(name, _ids(ids), many=True) for name, ids in _map(options, "groups"))
    )


def _rows(options: Any, _key: Any) -> Response:
    columns = _ids(options["columns"])
    return Response(tuple(Place(row, columns) for row in _ids(options["rows"])))


def _columns(options: Any, _key: Any) -> Response:
    rows = _ids(options["rows"])
    return Response(tuple(Place(column, rows, many=True) for column in _ids(options["columns"])))


def _blanks(options: Any, _key: Any) -> Response:
    return Response(tuple(Place(name, _ids(ids)) for name, ids in _map(options, "blanks")))


def _targets(options: Any, _key: Any) -> Response:
    tokens = _ids(options["tokens"])
    pools = {
        target: "+".join(_ids(pool))
        for pool in options.get("interchangeable", ())
        for target in pool
    }
    targets = _ids(options["targets"])
    return Response(tuple(Place(one, tokens, pool=pools.get(one)) for one in targets))


def _blanks_or_targets(options: Any, key: Any) -> Response:
    return (_blanks if "blanks" in options else _targets)(options, key)


def _bow_tie(options: Any, _key: Any) -> Response:
    return Response(
        (
            Place("actions", _ids(options["actions"]), many=True, most=2),
            Place("condition", _ids(options["conditions"])),
            Place("parameters", _ids(options["parameters"]), many=True, most=2),
        )
    )


def _flat(key: Key) -> list[str]:
    return list(dict.fromkeys(chain.from_iterable(key.values())))


def _zero_one(_response: Response, key: Key) -> Scoring:
    return zero_one(_flat(key), "choice")


def _single(_response: Response, key: Key) -> Scoring:
    return one_right(_flat(key)[0])


def _plus_minus(response: Response, key: Key) -> Scoring:
    return plus_minus(
        (key[place.name], [one for one in place.every() if one not in key[place.name]])
        for place in response.places
    )


def _pairs(response: Response, key: Key) -> Scoring:
    by_name = {place.name: key[place.name][0] for place in response.places}
    return rationale(by_name.pop("x"), by_name.values())


TYPES: dict[str, tuple[Callable[[Any, Any], Response], dict[str, Callable[..., Scoring]]]] = {
    "multiple_choice": (_one, {"zero_one_single": _single}),
    "multiple_response_select_n": (_as_many_as_right, {"zero_one_sum": _zero_one}),
    "multiple_response_select_all": (_many, {"plus_minus": _plus_minus}),
    "multiple_response_grouping": (_groups, {"plus_minus_per_group": _plus_minus}),
    "matrix_multiple_choice": (_rows, {"zero_one_per_row": _zero_one}),
    "matrix_multiple_response": (_columns, {"plus_minus_per_column": _plus_minus}),
    "drop_down_cloze": (_blanks, {"zero_one_per_blank": _zero_one}),
    "drop_down_table": (_blanks, {"zero_one_per_blank": _zero_one}),
    "drag_drop_cloze": (_targets, {"zero_one_per_blank": _zero_one}),
    "drop_down_rationale": (
        _blanks_or_targets,
        {"rationale_dyad": _pairs, "rationale_triad": _pairs},
    ),
    "drag_drop_rationale": (
        _blanks_or_targets,
        {"rationale_dyad": _pairs, "rationale_triad": _pairs},
    ),
    "highlight_text": (_many, {"plus_minus": _plus_minus}),
    "highlight_table": (_many, {"plus_minus": _plus_minus}),
    "bow_tie": (_bow_tie, {"zero_one_sum": _zero_one}),
}
"""For each item type, how its response is read, and the scoring rules it may have."""


def mark_item(item: object) -> dict[str, Any]:
    """Return score and maximum of one item of the contract, or why its response is invalid.

    Raises:
        ItemError: if the item itself cannot be used; the message says what to correct.
    """
    if not isinstance(item, dict) or not item.keys() >= KEYS:
        missing = ", ".join(sorted(KEYS - set(item))) if isinstance(item, dict) else "an object"
        msg = f"the item lacks {missing}; it needs {', '.join(sorted(KEYS))}"
        raise ItemError(msg)
    if item["item_type"] == "case_study_total":
        return _case_total(item)
    response, score_by, key, given = _opened(item)
    try:
        right = response.read(key)
        scoring = score_by(response, right)
    except (AnswerError, IndexError, KeyError) as error:
        msg = f"the key does not fit the options: {error}"
        raise ItemError(msg) from error
    try:
        chosen = _flat(response.read(given))
    except AnswerError as error:
        return {"invalid": str(error)}
    return {"score": scoring.score(chosen), "max": scoring.maximum}


def _opened(item: Mapping[str, Any]) -> tuple[Response, Callable[..., Scoring], Any, Any]:
    """Return how to read the response, how to score it, the key and the response itself."""
    kind, options = item["item_type"], item["options"]
    if kind == "trend":
        if not isinstance(options, dict) or "response_type" not in options:
            msg = "a trend needs 'response_type' among its options"
            raise ItemError(msg)
        kind = options["response_type"]
        options = options.get("choices", options)
    known = TYPES.get(kind) if isinstance(kind, str) else None
    if known is None:
        msg = f"item_type {kind!r} is unknown; use one of {', '.join(TYPES)}"
        raise ItemError(msg)
    build, rules = known
    rule = item["scoring_rule"]
    if not isinstance(rule, str) or rule not in rules:
        msg = f"scoring_rule {rule!r} does not belong to {kind}; use {' or '.join(rules)}"
        raise ItemError(msg)
    try:
        return build(options, item["key"]), rules[rule], item["key"], item["response"]
    except (KeyError, TypeError, AttributeError) as error:
        msg = f"the options of {kind} have the wrong shape: {error}"
        raise ItemError(msg) from error


def _case_total(item: Mapping[str, Any]) -> dict[str, Any]:
    response = item["response"]
    scores = response.get("item_scores") if isinstance(response, dict) else None
    if not isinstance(scores, list) or not all(type(one) is int and one >= 0 for one in scores):
        return {"invalid": "item_scores: expected a list of whole numbers from 0"}
    return {"score": sum(scores), "max": None}


def _ids(value: Any) -> tuple[str, ...]:
    if isinstance(value, (list, tuple)) and all(isinstance(one, str) for one in value):
        return tuple(value)
    msg = f"expected a list of ids, found {value!r}"[:100]
    raise TypeError(msg)


def _map(options: Any, name: str) -> Iterable[tuple[str, Any]]:
    if isinstance(options, dict) and isinstance(options.get(name), dict):
        found: dict[str, Any] = options[name]
        return found.items()
    msg = f"expected an object under '{name}'"
    raise TypeError(msg)

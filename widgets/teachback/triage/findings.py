"""Findings: what a person notices, read strictly; whatever is unknown counts as worst."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from teachback.errors import FindingsError
from teachback.triage.symptom import Modifier, Symptom

WORST_SEVERITY = 10
WORST_DAYS = 99
FIELDS = ("severity", "changed", "days")


class Finding(NamedTuple):
    """One symptom that is there, or may be: severity 1 to 10, days since, both worst if unknown."""

    changed: bool = True
    severity: int = WORST_SEVERITY
    days: int = WORST_DAYS


@dataclass(frozen=True)
class Findings:
    """Symptoms that are present, by id, and the modifiers that hold."""

    present: Mapping[str, Finding]
    modifiers: frozenset[str] = frozenset()


def read_findings(
    value: object, symptoms: Iterable[Symptom], modifiers: Iterable[Modifier]
) -> Findings:
    """Return findings from the JSON shape of `teachback advise` (contracts).

    Raises:
        FindingsError: naming every unknown name, wrong type and impossible value at once.
    """
    reader = _Reader({s.id for s in symptoms}, {m.id: m.missing for m in modifiers})
    findings = reader.read(value)
    if reader.mistakes:
        raise FindingsError(reader.mistakes)
    return findings


def _is_flag(value: object) -> bool:
    return value is True or value is False or value == "unsure"


def _is_number(low: int, high: int) -> Callable[[object], bool]:
    return lambda value: type(value) is int and low <= value <= high


_ALLOWED: dict[str, tuple[Callable[[object], bool], str]] = {
    "severity": (_is_number(1, 10), "a whole number from 1 to 10"),
    "changed": (_is_flag, 'true, false or "unsure"'),
    "days": (_is_number(0, WORST_DAYS), "a whole number of days from 0 to 99"),
}


class _Reader:
    """Reads one object and remembers every mistake in it."""

    def __init__(self, symptoms: set[str], modifiers: dict[str, bool]) -> None:
        self.symptoms, self.missing = symptoms, modifiers
        self.mistakes: list[str] = []

    def read(self, value: object) -> Findings:
        if not isinstance(value, dict) or set(value) - {"symptoms", "modifiers"}:
            self.mistakes.append('expected an object with "symptoms" and perhaps "modifiers"')
            return Findings({})
        named = self._names(value.get("symptoms"))
        extra = value.get("modifiers", {})
        if not isinstance(extra, dict):
            self.mistakes.append('"modifiers": expected an object')
            extra = {}
        fields = {field: self._field(field, extra.get(field, {})) for field in FIELDS}
        held = self._flags({key: flag for key, flag in extra.items() if key not in FIELDS})
        return Findings({name: self._finding(name, fields) for name in named}, held)

    def _names(self, value: object) -> list[str]:
        if not isinstance(value, list):
            self.mistakes.append('"symptoms": expected a list of symptom names')
            return []
        return [name for name in dict.fromkeys(map(self._symptom, value)) if name]

    def _symptom(self, name: object) -> str | None:
        if isinstance(name, str) and name in self.symptoms:
            return name
        shown = repr(name)[:42]
        self.mistakes.append(f'"symptoms": {shown} is no symptom of this checklist')
        return None

    def _field(self, field: str, value: object) -> dict[str, Any]:
        if not isinstance(value, dict):
            self.mistakes.append(f'"{field}": expected an object from symptom to value')
            return {}
        allowed, words = _ALLOWED[field]
        for name, one in value.items():
            if name not in self.symptoms:
                self.mistakes.append(f'"{field}": {name[:40]!r} is no symptom of this checklist')
            elif not allowed(one):
                self.mistakes.append(
                    f'"{field}" of {name}: expected {words}, found {repr(one)[:40]}'
                )
        return value

    def _flags(self, flags: dict[str, object]) -> frozenset[str]:
        for name, flag in flags.items():
            if name not in self.missing:
                self.mistakes.append(f'"modifiers": {name[:40]!r} is not a known modifier')
            elif not _is_flag(flag):
                self.mistakes.append(f'"{name}": expected true, false or "unsure"')
        held = {name: flags.get(name, missing) for name, missing in self.missing.items()}
        return frozenset(name for name, flag in held.items() if flag is not False)

    @staticmethod
    def _finding(name: str, fields: dict[str, dict[str, Any]]) -> Finding:
        changed = fields["changed"].get(name, True) is not False
        severity = fields["severity"].get(name, WORST_SEVERITY)
        return Finding(changed, severity, fields["days"].get(name, WORST_DAYS))

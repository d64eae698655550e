"""Writing QTI 3.0: a package with one item for each question."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from teachback.exchange.export import Export, exhibit_words, losses_of_question, losses_of_quiz
from teachback.exchange.qti_item import Response, add_interactions
from teachback.exchange.qti_scoring import add_processing
from teachback.questions import Question, QuestionSet

ITEM = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
PACKAGE = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the same questions give the same bytes


def write_qti(quiz: QuestionSet) -> Export:
    """Return the quiz as a QTI 3.0 package; points follow our scoring, term by term."""
    losses = list(losses_of_quiz(quiz))
    items: dict[str, bytes] = {}
    for question in quiz.questions:
        if question.type == "numeric_entry":
            losses.append(f"{question.id}: the unit is fixed to the first")
        items[question.id] = item_xml(question)
        losses += losses_of_question(question, keeps_hint=False)
        losses.append(f"{question.id}: facts, sources and whether it is a safety question")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        files = {"imsmanifest.xml": _manifest(quiz, items)}
        files |= {f"items/{name}.xml": data for name, data in items.items()}
        for name, data in files.items():
            package.writestr(zipfile.ZipInfo(name, EPOCH), data)
    return Export(stream.getvalue(), tuple(losses))


def item_xml(question: Question) -> bytes:
    """Return one question as a QTI assessment item."""
    root = Element(
        "qti-assessment-item",
        {
            "xmlns": ITEM,
            "identifier": question.id,
            "title": question.id,
            "adaptive": "false",
            "time-dependent": "false",
        },
    )
    body = Element("qti-item-body")
    SubElement(body, "p").text = exhibit_words(question) + question.ask
    responses = add_interactions(body, question)
    _declare(root, responses, question.scoring().maximum)
    root.append(body)
    add_processing(root, question, responses)
    return _bytes(root)


def _declare(root: Element, responses: Iterable[Response], maximum: int) -> None:
    for response in responses:
        declared = SubElement(
            root,
            "qti-response-declaration",
            identifier=response.name,
            cardinality=response.cardinality,
            attrib={"base-type": response.base},
        )
        right = SubElement(declared, "qti-correct-response")
        for value in response.right:
            SubElement(right, "qti-value").text = value
    for name, base, kind in (("SCORE", "float", "single"), ("FEEDBACK", "identifier", "multiple")):
        outcome = SubElement(
            root,
            "qti-outcome-declaration",
            identifier=name,
            cardinality=kind,
            attrib={"base-type": base},
        )
        if name == "SCORE":
            outcome.set("normal-maximum", str(maximum))
            default = SubElement(outcome, "qti-default-value")
            SubElement(default, "qti-value").text = "0"


def _manifest(quiz: QuestionSet, items: Iterable[str]) -> bytes:
    root = Element("manifest", {"xmlns": PACKAGE, "identifier": f"teachback-{quiz.id}"})
    metadata = SubElement(root, "metadata")
    SubElement(metadata, "schema").text = "QTI Package"
    SubElement(metadata, "schemaversion").text = "3.0.0"
    SubElement(root, "organizations")
    resources = SubElement(root, "resources")
    for name in items:
        file = f"items/{name}.xml"
        about = {"identifier": name, "type": "imsqti_item_xmlv3p0", "href": file}
        SubElement(SubElement(resources, "resource", about), "file", href=file)
    return _bytes(root)


def _bytes(root: Element) -> bytes:
    indent(root)
    data: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return data

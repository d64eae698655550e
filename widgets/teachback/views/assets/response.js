// A person's own answers as a FHIR R4 QuestionnaireResponse: made here, on request, sent nowhere.

const SYSTEM = "urn:teachback:answers";
const QUESTIONNAIRE = "urn:teachback:questionnaire:symptom-checklist";

/** The answers of a state; `now` is when they were saved. It tells what was ticked, and no level. */
export function questionnaireResponse(sheet, state, now) {
  const groups = sheet.groups.map((group) => ({ linkId: group.id, text: group.title, item: group.symptoms.flatMap((one) => answeredItem(sheet, state, one)) }));
  const given = sheet.modifiers.filter(({ id }) => state.modifiers[id]);
  const treatment = given.map(({ id, ask }) => ({ linkId: id, text: ask, answer: [codedAnswer(sheet.controls.answer, state.modifiers[id])] }));
  groups.push({ linkId: "treatment", text: "Treatment", item: treatment });
  const hurts = sheet.places.filter(({ id }) => (state.places ?? []).includes(id));
  if (hurts.length) groups.unshift({ linkId: "places", text: "Where does it hurt?", answer: hurts.map(({ id, text }) => ({ valueCoding: { system: SYSTEM, code: id, display: text } })) });
  return {
    resourceType: "QuestionnaireResponse",
    questionnaire: QUESTIONNAIRE,
    status: "in-progress",
    authored: now,
    item: groups.filter((group) => group.answer || group.item.length),
  };
}

function answeredItem(sheet, state, { id, ask, fields }) {
  const answer = state.answers[id];
  if (!answer) return [];
  const coded = codedAnswer(sheet.controls.answer, answer);
  if (answer === "no") return [{ linkId: id, text: ask, answer: [coded] }];
  const follow = [...fields, "since"].flatMap((field) => {
    const values = [state[field][id] ?? []].flat();
    return values.length ? [{ linkId: `${id}.${field}`, answer: values.map((value) => codedAnswer(sheet.controls[field], value)) }] : [];
  });
  return [{ linkId: id, text: ask, answer: [follow.length ? { ...coded, item: follow } : coded] }];
}

function codedAnswer(control, value) {
  const option = control.options.find((one) => one.id === value);
  return { valueCoding: { system: SYSTEM, code: option.id, display: option.text } };
}

// Exhibits: chart data as tables, and the chart of a case that unfolds step by step.

import { freshId, make } from "./dom.js";

export function drawExhibit(exhibit) {
  const id = freshId("exhibit");
  const heads = ["", ...exhibit.columns].map((text) => make(text ? "th" : "td", text ? { attrs: { scope: "col" } } : {}, text));
  const rows = exhibit.rows.map((row) => make("tr", {}, make("th", { attrs: { scope: "row" } }, row.label), ...row.values.map((value, n) => make("td", { attrs: { "data-head": exhibit.columns[n] } }, value))));
  const table = make("table", { className: exhibit.columns.length > 1 ? "tb-exhibit tb-stack" : "tb-exhibit" }, make("caption", { id }, exhibit.title), make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows));
  return make("div", { className: "tb-scroll", tabIndex: 0, attrs: { role: "region", "aria-labelledby": id } }, table);
}

/** The chart of a case; `update(step)` shows what is known by then and nothing later. */
export function drawChart(chartCase, steps) {
  const entries = chartCase.chart.map((entry) => ({
    from: steps.indexOf(entry.from_step),
    element: make("div", { className: "tb-entry-of-chart" }, make("h4", {}, entry.title), entry.note ? make("p", {}, entry.note) : null, entry.table ? drawExhibit(entry.table) : null),
  }));
  const element = make("section", { className: "tb-chart", attrs: { "aria-label": "Chart" } }, make("h3", {}, "Chart"), make("p", {}, chartCase.person), ...entries.map((entry) => entry.element));

  function update(step) {
    for (const entry of entries) entry.element.hidden = entry.from > step;
  }

  return { element, update };
}

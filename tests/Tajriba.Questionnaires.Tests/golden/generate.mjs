// Definitions, answers and what survey-core makes of them, by seed: node generate.mjs COUNT SEED [package folder] > cases.json
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chance, definition, int, pick, some, start, words } from "./definitions.mjs";

const [count = "460", seed = "20260517", from = new URL("../../clients/", import.meta.url).href] = process.argv.slice(2);
const require = createRequire(from.startsWith("file:") ? from : pathToFileURL(from + "/").href);
const { Model } = require("survey-core");
process.env.TZ = "UTC";
console.warn = () => {};
const Now = Date.UTC(2026, 4, 17, 10, 30);
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...a) { a.length ? super(...a) : super(Now); }
  static now() { return Now; }
};
start(seed);

function answer(q) {
  const type = q.getType();
  const value = () => pick(["a", "b", "c", 1, 2, 3]);
  if (chance(0.12)) return undefined;
  switch (type) {
    case "text": return q.inputType === "number" ? pick([0, 1, 2, 3, 5, 7, 2.5, 10]) : q.inputType === "date" ? `2026-0${1 + int(9)}-1${int(9)}` : q.inputType === "email" ? pick(["a@b.co", "nobody", "x@y"]) : pick(words);
    case "comment": return pick(words);
    case "boolean": return chance(0.5) ? q.getValueTrue() : q.getValueFalse();
    case "radiogroup": case "dropdown": return q.showOtherItem && chance(0.25) ? "other" : q.showNoneItem && chance(0.2) ? "none" : pick(q.visibleChoices.map((c) => c.value).filter((v) => v !== "").concat(q.showOtherItem ? ["other"] : ["a"]));
    case "checkbox": case "tagbox": case "imagepicker": case "ranking": {
      const all = q.visibleChoices.map((c) => c.value).filter((v) => v !== "");
      if (type === "imagepicker" && !q.multiSelect) return pick(all.concat(["a"]));
      return type === "ranking" ? some(all, all.length) : some(all, 1 + int(3));
    }
    case "rating": return pick([1, 2, 3, 4, 5]);
    case "slider": return pick([0, 10, 55]);
    case "matrix": return Object.fromEntries(some(["r1", "r2", "r3"], 1 + int(3)).map((r) => [r, pick(["a", "b", 1])]));
    case "multipletext": return Object.fromEntries(some(["i1", "i2"], 1 + int(2)).map((r) => [r, r === "i2" && q.items[1].inputType === "number" ? int(9) : pick(words)]));
    case "matrixdropdown": return { [pick(["r1", "r2"])]: cells(q) };
    case "matrixdynamic": return Array.from({ length: 1 + int(2) }, () => cells(q));
    case "paneldynamic": return Array.from({ length: 1 + int(2) }, () => Object.fromEntries(q.template.questions.filter(() => chance(0.7)).map((inner) => [inner.getValueName(), answer(inner)]).filter(([, v]) => v !== undefined)));
    default: return value();
  }
}
function cells(q) {
  return Object.fromEntries(q.columns.filter(() => chance(0.75)).map((c) => [c.name, c.cellType === "text" ? pick(words) : c.cellType === "boolean" ? chance(0.5) : c.cellType === "checkbox" ? some(["a", "b", 1], 2) : c.cellType === "rating" ? 1 + int(5) : pick(["a", "b", 1])]));
}

function key(q, prefix) { return prefix ? prefix + q.name : q.name; }
function walk(questions, prefix, out, visit) {
  for (const q of questions) {
    visit(q, key(q, prefix));
    const type = q.getType();
    if (type === "paneldynamic") q.panels.forEach((p, i) => walk(p.questions, `${key(q, prefix)}[${i}].`, out, visit));
    else if (type === "matrixdynamic") q.visibleRows?.forEach((r, i) => walk(r.cells.map((c) => c.question), `${key(q, prefix)}[${i}].`, out, visit));
    else if (type === "matrixdropdown") q.visibleRows?.forEach((r) => walk(r.cells.map((c) => c.question), `${key(q, prefix)}[${r.rowName}].`, out, visit));
    else if (type === "multipletext") walk(q.items.map((i) => i.editor), `${key(q, prefix)}.`, out, visit);
  }
}
function snapshot(survey, calculated) {
  const elements = {};
  const questions = survey.getAllQuestions();
  for (const panel of survey.getAllPanels()) elements[panel.name] = [panel.isVisible, !!panel.isRequired, !panel.isReadOnly];
  walk(questions, "", null, (q, k) => {
    const e = [q.isVisible, !!q.isRequired, !q.isReadOnly, q.parentQuestion?.isDescendantOf("matrixdropdownbase") ? null : q.locTitle.textOrHtml];
    if (q.visibleChoices && q.getType() !== "rating") e.push(q.visibleChoices.map((c) => [c.value, c.isEnabled !== false]));
    elements[k] = e;
  });
  const errors = {};
  if (survey.state === "running")
    for (const page of survey.visiblePages) {
      page.validate(true, false);
      walk(page.questions, "", null, (q, k) => { if (q.errors.length && q.isVisible && q.isParentVisible) errors[k] = q.errors.map((x) => x.getErrorType()).sort(); });
      for (const panel of [page, ...survey.getAllPanels().filter((x) => x.page === page)]) if (panel.errors.length && panel.isVisible) errors["panel " + panel.name] = panel.errors.map((x) => x.getErrorType());
    }
  return JSON.parse(JSON.stringify({
    data: survey.data, state: survey.state, page: survey.currentPage?.name ?? null, pages: survey.visiblePages.map((p) => [p.name, p.locTitle.textOrHtml]),
    elements, errors, calculated: Object.fromEntries(calculated.map((n) => [n, survey.getVariable(n) ?? null])), title: survey.locTitle.textOrHtml,
  }));
}

const cases = [];
while (cases.length < Number(count)) {
  try {
    cases.push(play());
  } catch (error) {
    // survey-core throws on some arithmetic of texts; such a definition has no reference result
    if (!(error instanceof TypeError)) throw error;
  }
}
process.stdout.write(JSON.stringify({ now: new RealDate(Now).toISOString(), cases }));

function play() {
  const { json, calculated } = definition();
  const variables = chance(0.5) ? { segment: pick(["premium", 3, "a"]) } : {};
  const locale = pick(["", "fa", "ar"]);
  const survey = new Model();
  survey.locale = locale;
  for (const [name, value] of Object.entries(variables)) survey.setVariable(name, value);
  survey.fromJSON(json);
  survey.locale = locale;
  const steps = [];
  snapshot(survey, calculated); // panels are made when they are first looked at
  const states = [snapshot(survey, calculated)];
  const length = 3 + int(5);
  for (let i = 0; i < length && survey.state === "running"; i++) {
    const questions = survey.getAllQuestions().filter((q) => !["expression", "html", "image"].includes(q.getType()));
    if (!questions.length) break;
    const q = pick(questions);
    if (chance(0.12)) { survey.nextPage(); steps.push(["next"]); }
    else if (chance(0.15) && (q.showOtherItem || q.showCommentArea)) { const text = pick(["because", ""]); survey.setComment(q.getValueName(), text); steps.push(["comment", q.getValueName(), text]); }
    else if (["paneldynamic", "matrixdynamic"].includes(q.getType()) && chance(0.2)) {
      const panels = q.getType() === "paneldynamic";
      const at = int(panels ? q.panels.length : q.visibleRows.length);
      if (chance(0.6)) { panels ? q.canAddPanel && q.addPanel() : q.canAddRow && q.addRow(); steps.push(["add", q.name]); }
      else { panels ? q.canRemovePanel && q.panels.length && q.removePanel(at) : q.canRemoveRows && q.canRemoveRow(q.visibleRows[at]) && q.visibleRows.length && q.removeRow(at); steps.push(["remove", q.name, at]); }
    }
    else if (["matrixdynamic", "matrixdropdown"].includes(q.getType()) && q.visibleRows?.length && chance(0.5)) {
      const at = int(q.visibleRows.length); const row = q.visibleRows[at]; const cell = pick(row.cells).question;
      const key = `${q.name}[${q.getType() === "matrixdynamic" ? at : row.rowName}].${cell.name}`;
      const value = cell.getType() === "expression" ? undefined : answer(cell);
      if (cell.getType() !== "expression") { cell.value = value; steps.push(["answer", key, value ?? null]); } else steps.push(["look"]);
    }
    else if (q.getType() === "multipletext" && chance(0.4)) {
      const item = pick(q.items).editor; const value = item.inputType === "number" ? int(9) : pick(words);
      item.value = value; steps.push(["answer", `${q.name}.${item.name}`, value]);
    }
    else if (q.getType() === "paneldynamic" && q.panels.length && chance(0.6)) {
      const at = int(q.panels.length); const inner = pick(q.panels[at].questions); const value = answer(inner);
      inner.value = value; steps.push(["answer", `${q.name}[${at}].${inner.name}`, value ?? null]);
    } else { const value = answer(q) ?? (["paneldynamic", "matrixdynamic"].includes(q.getType()) ? [{}] : undefined); survey.setValue(q.getValueName(), value === undefined ? undefined : JSON.parse(JSON.stringify(value))); steps.push(["set", q.getValueName(), value ?? null]); }
    states.push(snapshot(survey, calculated));
  }
  if (survey.state === "running") {
    survey.doComplete();
    steps.push(["finish"]);
    states.push(snapshot(survey, calculated));
  }
  return { json: JSON.parse(JSON.stringify(json)), locale, variables, steps, states };
}

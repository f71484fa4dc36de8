// Definitions, answers and what survey-core makes of them, by seed: node generate.mjs COUNT SEED [package folder] > cases.json
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [count = "320", seed = "1", from = new URL("../../clients/", import.meta.url).href] = process.argv.slice(2);
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

let state = Number(seed) >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const chance = (p) => random() < p;
const int = (n) => Math.floor(random() * n);
const pick = (list) => list[int(list.length)];
const some = (list, n) => list.slice().sort(() => random() - 0.5).slice(0, n);

const words = ["apple", "Pear", "plum 10", "plum 9", "سیب", "تبریز", "a b", "1", "2", "5", "true"];
const types = ["text", "number", "date", "email", "comment", "boolean", "radiogroup", "dropdown", "checkbox", "tagbox", "ranking", "imagepicker", "rating",
  "slider", "matrix", "matrixdropdown", "matrixdynamic", "multipletext", "panel", "paneldynamic", "expression", "html", "image"];

function constant() {
  return pick([() => String(int(7)), () => "'" + pick(words) + "'", () => String(int(30) / 10), () => "true", () => "false", () => "['a', 'b']", () => "[1, 2]", () => pick(["a", "b", "c"])])();
}
function operand(names, depth) {
  if (depth <= 0 || chance(0.5)) return chance(0.65) && names.length ? "{" + pick(names) + "}" : constant();
  return pick([
    () => `(${operand(names, depth - 1)} ${pick(["+", "-", "*", "/", "%"])} ${operand(names, depth - 1)})`,
    () => `iif(${condition(names, depth - 1)}, ${operand(names, depth - 1)}, ${operand(names, depth - 1)})`,
    () => `${pick(["sum", "avg", "min", "max", "count"])}(${operand(names, 0)}, ${operand(names, 0)}, ${int(9)})`,
    () => `round(${operand(names, 0)}, ${int(3)})`,
    () => `age('${1950 + int(60)}-0${1 + int(9)}-1${int(9)}')`,
    () => `dateDiff('2026-01-1${int(9)}', '2026-0${2 + int(7)}-2${int(9)}', '${pick(["days", "months", "years", "hours"])}')`,
    () => `${pick(["year", "month", "day", "weekday"])}('2026-0${1 + int(9)}-1${int(9)}')`,
    () => `substring('${pick(words)}', ${int(3)}, ${int(6)})`,
  ])();
}
function condition(names, depth = 2) {
  if (depth > 0 && chance(0.35)) {
    const inner = `${condition(names, depth - 1)} ${pick(["and", "or", "&&", "||"])} ${condition(names, depth - 1)}`;
    return chance(0.5) ? `(${inner})` : inner;
  }
  return pick([
    () => `{${names.length ? pick(names) : "none"}} ${pick(["=", "==", "<>", "!=", ">", "<", ">=", "<=", "equal", "notequal"])} ${operand(names, depth - 1)}`,
    () => `{${names.length ? pick(names) : "none"}} ${pick(["empty", "notempty"])}`,
    () => `{${names.length ? pick(names) : "none"}} ${pick(["contains", "notcontains", "anyof", "allof", "noneof"])} ${pick(["'a'", "['a', 'c']", "['b']", "1", "[1, 3]", "'ppl'"])}`,
    () => `!({${names.length ? pick(names) : "none"}} = ${constant()})`,
    () => `${operand(names, depth - 1)} ${pick(["=", ">", "<"])} ${operand(names, depth - 1)}`,
  ])();
}

function choices(names) {
  return some(["a", "b", "c", "d", 1, 2, 3, "e f"], 3 + int(3)).map((value) => {
    if (chance(0.3)) return value;
    const item = { value };
    if (chance(0.6)) item.text = chance(0.5) ? "T " + value : { default: "Word " + value, fa: "واژه " + value };
    if (chance(0.12)) item.visibleIf = condition(names, 1);
    if (chance(0.1)) item.enableIf = condition(names, 1);
    return item;
  });
}
function title(names) {
  const base = pick(["How was it?", "Tell us", "", "About {" + (names.length ? pick(names) : "x") + "}!", "So {" + (names.length ? pick(names) : "x") + "} and {nothing}"]);
  return base ? (chance(0.3) ? { default: base, fa: "پرسش {" + (names.length ? pick(names) : "x") + "}", ar: "سؤال" } : base) : undefined;
}
let serial;
function element(names, depth, simple) {
  let type = pick(simple ? ["text", "number", "boolean", "dropdown", "checkbox", "comment", "rating", "radiogroup"] : types);
  if (depth <= 0 && ["panel", "paneldynamic", "matrixdynamic", "matrixdropdown"].includes(type)) type = "text";
  const name = "q" + ++serial;
  const e = { type, name };
  const t = title(names);
  if (t) e.title = t;
  if (["number", "date", "email"].includes(type)) { e.type = "text"; e.inputType = type; }
  if (chance(0.3)) e.visibleIf = condition(names);
  if (chance(0.12)) e.enableIf = condition(names);
  if (chance(0.12)) e.requiredIf = condition(names);
  else if (chance(0.3) && !["html", "image", "expression"].includes(type)) e.isRequired = true;
  if (chance(0.05)) e.visible = false;
  if (chance(0.04)) e.readOnly = true;
  if (["html", "image"].includes(type)) { if (type === "html") e.html = "<p>{" + (names[0] ?? "x") + "}</p>"; delete e.isRequired; return e; }
  if (type === "panel") {
    e.elements = Array.from({ length: 1 + int(3) }, () => element(names, depth - 1));
    return e;
  }
  if (chance(0.06)) e.clearIfInvisible = pick(["none", "onHidden", "onComplete", "onHiddenContainer"]);
  if (type === "expression") { e.expression = operand(names, 2); if (chance(0.3)) e.precision = int(3); delete e.requiredIf; delete e.enableIf; delete e.readOnly; names.push(name); return e; }
  if (chance(0.07)) { e.setValueIf = condition(names); if (chance(0.7)) e.setValueExpression = simpleValue(type, names); }
  else if (chance(0.05) && names.length) e.resetValueIf = condition(names);
  switch (type) {
    case "number":
      if (chance(0.2)) e.min = int(4);
      if (chance(0.2)) e.max = 4 + int(5);
      if (chance(0.2)) e.step = pick([1, 2, 0.5]);
      if (chance(0.2)) e.validators = [{ type: "numeric", minValue: int(3), maxValue: 3 + int(9), text: chance(0.5) ? "No {" + name + "}" : undefined }];
      if (chance(0.2)) e.defaultValue = int(8);
      else if (chance(0.2) && names.length) e.defaultValueExpression = `{${pick(names)}} + 1`;
      break;
    case "text": case "comment":
      if (chance(0.2)) e.defaultValue = pick(words);
      else if (chance(0.15) && names.length) e.defaultValueExpression = operand(names, 1);
      if (chance(0.3)) e.validators = [pick([{ type: "text", minLength: 2, maxLength: 5 }, { type: "text", allowDigits: false }, { type: "regex", regex: "^[a-z ]+$", caseInsensitive: chance(0.5) }, { type: "email" }, { type: "expression", expression: condition([...names, name]) }, { type: "numeric", maxValue: 4 }])];
      break;
    case "boolean":
      if (chance(0.3)) { e.valueTrue = "yes"; e.valueFalse = "no"; }
      if (chance(0.3)) e.labelTrue = "Aye";
      if (chance(0.3)) e.defaultValue = pick(["true", "false", true]);
      break;
    case "radiogroup": case "dropdown": case "checkbox": case "tagbox": case "ranking": case "imagepicker":
      e.choices = choices(names);
      if (chance(0.15)) e.choicesVisibleIf = pick(["{item} <> 'b'", "{item} > 1", names.length ? `{${pick(names)}} contains {item}` : "{item} = 1"]);
      if (chance(0.1)) e.choicesEnableIf = "{item} <> 'c'";
      if (chance(0.1)) e.choicesOrder = pick(["asc", "desc"]);
      if (!["ranking", "imagepicker"].includes(type)) {
        if (chance(0.2)) e.showOtherItem = true;
        if (chance(0.2)) e.showNoneItem = true;
        if (chance(0.08)) e.showDontKnowItem = true;
        if (chance(0.15)) e.showCommentArea = true;
      }
      if (type === "imagepicker" && chance(0.4)) e.multiSelect = true;
      if (type === "checkbox" && chance(0.2)) e.minSelectedChoices = 2;
      if (type === "checkbox" && chance(0.2)) e.maxSelectedChoices = 2;
      if (type === "checkbox" && chance(0.2)) e.validators = [{ type: "answercount", minCount: 1 + int(2), maxCount: 3 }];
      if (chance(0.2)) { const v = first(e.choices[0]); e.defaultValue = ["checkbox", "tagbox", "ranking"].includes(type) || e.multiSelect ? [v] : v; }
      break;
    case "rating":
      if (chance(0.4)) { e.rateMin = int(2); e.rateMax = 5 + int(6); }
      if (chance(0.2)) e.rateValues = [{ value: 1, text: "bad" }, { value: 2, text: "good" }];
      if (chance(0.2)) e.defaultValue = 2;
      break;
    case "matrix":
      e.columns = ["a", "b", { value: 1, text: "One" }];
      e.rows = ["r1", { value: "r2", text: "Row two", ...(chance(0.3) ? { visibleIf: condition(names, 1) } : {}) }, "r3"];
      if (chance(0.3)) e.eachRowRequired = true;
      if (chance(0.2)) e.eachRowUnique = true;
      break;
    case "multipletext":
      e.items = [{ name: "i1", isRequired: chance(0.3) }, { name: "i2", title: "Item two", inputType: chance(0.5) ? "number" : "text" }];
      break;
    case "matrixdropdown": case "matrixdynamic": {
      e.columns = Array.from({ length: 2 }, (_, i) => {
        const column = { name: "c" + (i + 1), cellType: pick(["text", "dropdown", "boolean", "checkbox", "rating"]) };
        if (["dropdown", "checkbox"].includes(column.cellType)) column.choices = ["a", "b", 1, 2];
        if (chance(0.25)) column.visibleIf = i ? "{row.c1} notempty" : condition(names, 1);
        if (chance(0.25)) column.isRequired = true;
        if (i && chance(0.15)) column.requiredIf = "{row.c1} = 'a'";
        if (chance(0.15)) column.isUnique = true;
        return column;
      });
      if (type === "matrixdropdown") e.rows = ["r1", "r2"];
      else { e.rowCount = int(3); if (chance(0.2)) e.minRowCount = 1; }
      if (chance(0.2)) e.choices = ["a", "b"];
      break;
    }
    case "paneldynamic": {
      const inside = [];
      e.templateElements = Array.from({ length: 2 }, (_, i) => {
        const inner = element([...names], 0, true);
        if (i && chance(0.4)) inner.visibleIf = `{panel.${inside[0]}} ${pick(["notempty", "= 'a'", "= true", "> 2"])}`;
        if (i && chance(0.2)) inner.title = `After {panel.${inside[0]}} of {panelIndex}`;
        inside.push(inner.name);
        return inner;
      });
      e.panelCount = int(3);
      if (chance(0.2)) e.keyName = inside[0];
      delete e.setValueIf; delete e.setValueExpression;
      break;
    }
  }
  if (chance(0.06) && names.length && ["text", "radiogroup"].includes(type)) e.valueName = "shared";
  names.push(e.valueName ?? name);
  if (type === "paneldynamic") names.push(`${name}[0].${e.templateElements[0].name}`, `${name}.length`);
  if (type === "matrixdropdown") names.push(`${name}.r1.c1`);
  if (type === "matrix") names.push(`${name}.r1`);
  if (type === "multipletext") names.push(`${name}.i1`);
  return e;
}
const first = (c) => (typeof c === "object" ? c.value : c);
function simpleValue(type, names) {
  return type === "number" || type === "rating" ? `${int(5)}` : type === "text" || type === "comment" ? (names.length && chance(0.5) ? `{${pick(names)}}` : "'set'") : type === "boolean" ? "true" : "'a'";
}

function definition() {
  serial = 0;
  const names = chance(0.3) ? ["segment"] : [];
  const calculated = [];
  const d = { title: "Survey {segment}", pages: [] };
  if (chance(0.3)) d.clearInvisibleValues = pick(["none", "onHidden", "onComplete", "onHiddenContainer"]);
  if (chance(0.2)) d.storeOthersAsComment = true;
  const pages = 1 + int(3);
  for (let p = 0; p < pages; p++) {
    const page = { name: "p" + (p + 1), elements: Array.from({ length: 1 + int(4) }, () => element(names, 2)) };
    if (p && chance(0.25)) page.visibleIf = condition(names);
    if (chance(0.05)) page.requiredIf = condition(names);
    if (chance(0.3)) page.title = "Page {" + pick(names.concat("x")) + "}";
    d.pages.push(page);
  }
  if (chance(0.35)) {
    d.calculatedValues = [{ name: "calc1", expression: operand(names, 2), includeIntoResult: chance(0.5) }];
    if (chance(0.4)) d.calculatedValues.push({ name: "calc2", expression: "{calc1} + 1", includeIntoResult: true });
    calculated.push(...d.calculatedValues.map((c) => c.name));
    const q = { type: "text", name: "after", title: "Calc {calc1}", visibleIf: condition(["calc1", ...names]) };
    d.pages[d.pages.length - 1].elements.push(q);
  }
  const plain = [];
  for (const page of d.pages) for (const e of page.elements) if (["text", "comment"].includes(e.type) && !e.inputType && !e.valueName) plain.push(e.name);
  if (chance(0.45)) {
    d.triggers = Array.from({ length: 1 + int(2) }, () => pick([
      () => ({ type: "complete", expression: condition(names, 1) }),
      () => ({ type: "setvalue", expression: condition(names, 1), setToName: pick(plain.concat("extra")), setValue: pick(["x", "a", "zz"]) }),
      () => ({ type: "copyvalue", expression: condition(names, 1), fromName: pick(plain.concat("extra")), setToName: pick(plain.concat("copied")) }),
      () => ({ type: "runexpression", expression: condition(names, 1), runExpression: operand(names, 1), setToName: pick(plain.concat("ran")) }),
      () => ({ type: "visible", expression: condition(names, 1), questions: plain.slice(0, 1), pages: [] }),
      () => ({ type: "skip", expression: condition(names, 1), gotoName: pick(plain.concat("q1")) }),
    ])());
  }
  return { json: d, calculated };
}

function answer(q) {
  const type = q.getType();
  const value = () => pick(["a", "b", "c", 1, 2, 3]);
  if (chance(0.12)) return undefined;
  switch (type) {
    case "text": return q.inputType === "number" ? pick([0, 1, 2, 3, 5, 7, 2.5, 10]) : q.inputType === "date" ? `2026-0${1 + int(9)}-1${int(9)}` : q.inputType === "email" ? pick(["a@b.co", "nobody", "x@y"]) : pick(words);
    case "comment": return pick(words);
    case "boolean": return chance(0.5) ? q.getValueTrue() : q.getValueFalse();
    case "radiogroup": case "dropdown": return q.showOtherItem && chance(0.25) ? "other" : q.showNoneItem && chance(0.2) ? "none" : pick(q.visibleChoices.map((c) => c.value).filter((v) => v !== "").concat(["a"]));
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
      walk(page.questions, "", null, (q, k) => { if (q.errors.length && q.isVisible) errors[k] = q.errors.map((x) => x.getErrorType()).sort(); });
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
    else if (q.getType() === "paneldynamic" && q.panels.length && chance(0.6)) {
      const at = int(q.panels.length); const inner = pick(q.panels[at].questions); const value = answer(inner);
      inner.value = value; steps.push(["answer", `${q.name}[${at}].${inner.name}`, value ?? null]);
    } else { const value = answer(q); survey.setValue(q.getValueName(), value === undefined ? undefined : JSON.parse(JSON.stringify(value))); steps.push(["set", q.getValueName(), value ?? null]); }
    states.push(snapshot(survey, calculated));
  }
  if (survey.state === "running") {
    survey.doComplete();
    steps.push(["finish"]);
    states.push(snapshot(survey, calculated));
  }
  return { json: JSON.parse(JSON.stringify(json)), locale, variables, steps, states };
}

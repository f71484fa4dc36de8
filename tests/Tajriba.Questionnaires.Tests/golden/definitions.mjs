// Definitions by seed: wild on purpose, for what a definition may say is not what an author should.
let state = 1;
export const start = (seed) => { state = Number(seed) >>> 0; };
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
export const chance = (p) => random() < p;
export const int = (n) => Math.floor(random() * n);
export const pick = (list) => list[int(list.length)];
export const some = (list, n) => list.slice().sort(() => random() - 0.5).slice(0, n);

export const words = ["apple", "Pear", "plum 10", "plum 9", "سیب", "تبریز", "a b", "1", "2", "5", "true"];
const types = ["text", "number", "date", "email", "comment", "boolean", "radiogroup", "dropdown", "checkbox", "tagbox", "ranking", "imagepicker", "rating",
  "slider", "matrix", "matrixdropdown", "matrixdynamic", "multipletext", "panel", "paneldynamic", "expression", "html", "image"];

let known; // what was made so far, by what it holds
const one = (list, otherwise) => (list.length ? pick(list) : otherwise);
const day = () => `2026-0${1 + int(9)}-1${int(9)}`;

function date() {
  return pick([() => `'${day()}'`, () => `today(${int(300) - 150})`, () => "today()", () => `dateAdd('${day()}', ${int(40) - 20}, '${pick(["days", "months", "years"])}')`, () => `{${one(known.dates, "none")}}`])();
}
function overRows() {
  const rows = pick(known.arrays);
  const column = pick(rows.columns);
  const filter = chance(0.5) ? `, {${pick(rows.columns)}} ${pick(["notempty", "> 1", "= 'a'", "contains 'a'"])}` : "";
  return `${pick(["sumInArray", "countInArray", "avgInArray", "minInArray", "maxInArray"])}({${rows.name}}, '${column}'${filter})`;
}
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
    () => `substring('${pick(words.filter((word) => word.length > 3))}', ${int(2)}, ${2 + int(4)})`,
    () => `trunc(${int(9000) / 1000}, ${int(3)})`,
    () => `iif(${condition(names, 0)}, iif(${condition(names, 0)}, ${operand(names, 0)}, 'no'), ${operand(names, 0)})`,
    () => pick([() => `diffDays(${date()}, '${day()}')`, () => `dateDiff(${date()}, '${day()}', '${pick(["days", "months", "years"])}')`, () => `${pick(["year", "month", "day", "weekday", "age"])}({${one(known.dates, "none")}})`, () => `getYear('${day()}')`])(),
    () => (known.arrays.length ? overRows() : `count({${one(names, "none")}})`),
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
    () => `{${one(known.lists, "none")}} ${pick(["contains", "anyof", "allof", "noneof", "="])} {${one(names, "none")}}`,
    () => `${date()} ${pick([">", "<", ">=", "<=", "=", "<>"])} ${date()}`,
    () => (known.arrays.length ? pick([() => `${overRows()} > ${int(4)}`, () => `{${pick(known.arrays).name}.length} ${pick([">", "=", "<"])} ${int(3)}`, () => `{${pick(known.arrays).name}[-1].c1} notempty`])() : `{${one(names, "none")}} = {${one(names, "none")}}`),
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
  if (type === "expression") { e.expression = operand(names, 2); if (chance(0.3)) e.precision = int(3); if (chance(0.3)) { e.displayStyle = pick(["decimal", "percent", "currency"]); if (chance(0.4)) e.maximumFractionDigits = 2 + int(3); if (chance(0.3)) e.useGrouping = false; } if (chance(0.2)) e.format = { default: "{0} in all", fa: "{0} روی هم" }; delete e.requiredIf; delete e.enableIf; delete e.readOnly; names.push(name); return e; }
  if (chance(0.07)) { e.setValueIf = condition(names); if (chance(0.7)) e.setValueExpression = simpleValue(type, names); }
  else if (chance(0.05) && names.length) e.resetValueIf = condition(names);
  switch (type) {
    case "number":
      if (chance(0.2)) e.min = int(4);
      if (chance(0.2)) e.max = 4 + int(5);
      if (chance(0.2)) e.step = pick([1, 2, 0.5]);
      if (chance(0.15)) e.minValueExpression = pick([`{${one(known.numbers, "none")}}`, `${int(4)}`]);
      if (chance(0.15)) e.maxValueExpression = pick([`{${one(known.numbers, "none")}} + ${int(6)}`, `iif({${one(names, "none")}} notempty, 4, 9)`]);
      if (!simple) known.numbers.push(name);
      if (chance(0.2)) e.validators = [{ type: "numeric", minValue: int(3), maxValue: 3 + int(9), text: chance(0.5) ? "No {" + name + "}" : undefined }];
      if (chance(0.2)) e.defaultValue = int(8);
      else if (chance(0.2) && names.length) e.defaultValueExpression = `{${pick(names)}} + 1`;
      break;
    case "date":
      if (chance(0.25)) e.min = day();
      else if (chance(0.2)) e.minValueExpression = pick(["today(-60)", `{${one(known.dates, "none")}}`]);
      if (chance(0.2)) e.maxValueExpression = "today(90)";
      known.dates.push(name);
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
      if (chance(0.1) && !simple) e.choicesOrder = pick(["asc", "desc"]);
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
      if (chance(0.15) && known.lists.length && !simple && type !== "ranking") {
        delete e.choices;
        e.choicesFromQuestion = pick(known.lists);
        if (chance(0.7)) e.choicesFromQuestionMode = pick(["all", "selected", "unselected"]);
      }
      if (["checkbox", "tagbox"].includes(type) && !simple && !e.choicesFromQuestion) known.lists.push(name);
      if (e.setValueExpression) e.setValueExpression = e.choices ? JSON.stringify(first(e.choices[0])).replaceAll('"', "'") : "'a'";
      if (chance(0.2) && e.choices && !e.showOtherItem) { const v = first(e.choices[0]); e.defaultValue = ["checkbox", "tagbox", "ranking"].includes(type) || e.multiSelect ? [v] : v; }
      break;
    case "rating":
      if (chance(0.4)) { e.rateMin = int(2); e.rateMax = 5 + int(6); }
      if (chance(0.2)) e.rateValues = [{ value: 1, text: "bad" }, { value: 2, text: "good" }];
      if (chance(0.2)) e.defaultValue = 2;
      break;
    case "matrix":
      e.columns = ["a", "b", { value: 1, text: "One" }];
      e.rows = ["r1", { value: "r2", text: "Row two", ...(chance(0.3) ? { visibleIf: condition(names, 1) } : {}) }, "r3"];
      if (chance(0.15)) e.columnsVisibleIf = "{item} <> 'b'";
      if (chance(0.15)) e.rowsVisibleIf = pick(["{item} <> 'r3'", `{${one(known.lists, "none")}} notcontains {item}`]);
      if (chance(0.3)) e.eachRowRequired = true;
      if (chance(0.2)) e.eachRowUnique = true;
      break;
    case "multipletext":
      e.items = [{ name: "i1", isRequired: chance(0.3) }, { name: "i2", title: "Item two", inputType: chance(0.5) ? "number" : "text" }];
      break;
    case "matrixdropdown": case "matrixdynamic": {
      e.columns = Array.from({ length: 2 }, (_, i) => {
        const column = { name: "c" + (i + 1), cellType: pick(["text", "dropdown", "boolean", "checkbox", "rating", ...(i ? ["expression"] : [])]) };
        if (column.cellType === "expression") return { ...column, expression: pick(["{row.c1} + 1", "iif({row.c1} notempty, 'full', 'none')", "{prevRow.c1}", "{rowIndex} * 2"]) };
        if (["dropdown", "checkbox"].includes(column.cellType)) column.choices = ["a", "b", 1, 2];
        if (chance(0.25)) column.visibleIf = i ? pick(["{row.c1} notempty", "{row.c1} notempty", "{prevRow.c1} notempty", "{nextRow.c1} empty", "{rowIndex} = 1"]) : condition(names, 1);
        if (chance(0.25)) column.isRequired = true;
        if (i && chance(0.15)) column.requiredIf = "{row.c1} = 'a'";
        if (chance(0.15)) column.isUnique = true;
        return column;
      });
      if (type === "matrixdropdown") e.rows = ["r1", "r2"];
      else {
        e.rowCount = int(3);
        if (chance(0.2) && e.rowCount) e.minRowCount = 1;
        if (chance(0.15) && known.numbers.length) e.rowCountExpression = `{${pick(known.numbers)}}`;
        if (chance(0.15)) e.keyName = "c1";
        known.arrays.push({ name, columns: e.columns.map((c) => c.name) });
      }
      if (type === "matrixdropdown" && chance(0.15)) e.rowsVisibleIf = "{item} <> 'r2'";
      if (chance(0.2)) e.choices = ["a", "b"];
      break;
    }
    case "paneldynamic": {
      const inside = [];
      e.templateElements = Array.from({ length: 2 }, (_, i) => {
        const inner = element([...names], 0, true);
        if (i && chance(0.4)) inner.visibleIf = pick([`{panel.${inside[0]}} ${pick(["notempty", "= 'a'", "= true", "> 2"])}`, `{prevPanel.${inside[0]}} notempty`, `{nextPanel.${inside[0]}} empty`, `{panelIndex} = 0`]);
        if (i && chance(0.2)) inner.title = pick([`After {panel.${inside[0]}} of {panelIndex}`, `Then {prevPanel.${inside[0]}}, {visiblePanelIndex}`]);
        inside.push(inner.name);
        return inner;
      });
      if (/prevPanel|nextPanel/.test(JSON.stringify(e.templateElements[1]))) { delete e.templateElements[0].visibleIf; delete e.templateElements[0].visible; }
      e.panelCount = int(3);
      if (chance(0.15) && known.numbers.length) e.panelCountExpression = `{${pick(known.numbers)}}`;
      if (chance(0.15)) e.templateVisibleIf = pick([`{panel.${inside[0]}} notempty`, "{panelIndex} < 1", condition(names, 1)]);
      known.arrays.push({ name, columns: inside });
      if (chance(0.2)) e.keyName = inside[0];
      delete e.setValueIf; delete e.setValueExpression;
      break;
    }
  }
  if (chance(0.06) && names.length && ["text", "radiogroup"].includes(type)) e.valueName = "shared";
  if (["checkbox", "tagbox", "ranking", "imagepicker", "matrix", "matrixdropdown", "matrixdynamic", "paneldynamic", "multipletext"].includes(type)) known.wholes.push(name);
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

export function definition() {
  serial = 0;
  known = { numbers: [], dates: [], lists: [], arrays: [], wholes: [] };
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
    const single = names.filter((n) => !known.wholes.includes(n)); // survey-core shares a whole answer with a value that is calculated from it
    d.calculatedValues = [{ name: "calc1", expression: operand(single, 2), includeIntoResult: chance(0.5) }];
    if (chance(0.4)) d.calculatedValues.push({ name: "calc2", expression: "{calc1} + 1", includeIntoResult: true });
    if (chance(0.4)) d.calculatedValues.unshift({ name: "calc3", expression: pick(["{calc2} * 2", "iif({calc1} notempty, {calc1}, 'none')", "sum({calc1}, {calc2}, 1)"]), includeIntoResult: chance(0.5) });
    calculated.push(...d.calculatedValues.map((c) => c.name));
    const q = { type: "text", name: "after", title: "Calc {calc1}", visibleIf: condition([...d.calculatedValues.map((c) => c.name), ...names]) };
    d.pages[d.pages.length - 1].elements.push(q);
  }
  const plain = [];
  for (const page of d.pages) for (const e of page.elements) if (["text", "comment"].includes(e.type) && !e.inputType && !e.valueName) plain.push(e.name);
  if (chance(0.45)) {
    d.triggers = Array.from({ length: 1 + int(2) }, () => pick([
      () => ({ type: "complete", expression: condition(names, 1) }),
      () => ({ type: "setvalue", expression: condition(names, 1), setToName: pick(plain.concat("extra")), setValue: pick(["x", "a", "zz"]) }),
      () => ({ type: "copyvalue", expression: condition(names, 1), fromName: pick(plain.concat("extra")), setToName: pick(plain.concat("copied")) }),
      () => ({ type: "copyvalue", expression: condition(names, 1), fromName: pick(plain.concat(known.lists, known.numbers, "extra")), setToName: "copied", copyDisplayValue: true }),
      () => ({ type: "setvalue", expression: condition(names, 1), setToName: "segment", setValue: pick(["premium", "b"]), isVariable: true }),
      () => ({ type: "runexpression", expression: condition(names, 1), runExpression: operand(names, 1), setToName: pick(plain.concat("ran")) }),
      () => ({ type: "visible", expression: condition(names, 1), questions: plain.slice(0, 1), pages: [] }),
      () => ({ type: "skip", expression: condition(names, 1), gotoName: pick(plain.concat("q1")) }),
    ])());
  }
  return { json: d, calculated };
}

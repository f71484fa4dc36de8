import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { Desk } from './desk';
import { format, needsList, needsValue, operators, parse, typed, type Condition, type Row, type Value } from './expression';
import { get, isObject, listAt, set, spliced, type Json, type Path } from './json';
import { anyText } from './localized';
import { find, nameOf, questionsOf, valueOf } from './model';
import { titleOf } from './outline';
import { button, plainDigits, select, type Option } from './pieces';

/** What a condition may ask about: questions, rows of a table, calculated values. */
export function operands(desk: Desk, besides?: Path): Option[] {
  const own = besides ? nameOf((get(desk.survey, besides) ?? {}) as never) : '';
  const found: Option[] = [];
  for (const { element } of questionsOf(desk.survey)) {
    const name = nameOf(element);
    if (name === own) continue;
    const title = titleOf(desk, element);
    found.push([name, title === name ? name : `${title} · ${name}`]);
    if (element['type'] === 'matrix' && Array.isArray(element['rows'])) {
      for (const row of element['rows']) found.push([`${name}.${valueOf(row)}`, `${title} · ${rowText(desk, row)}`]);
    }
  }
  for (const value of listAt(desk.survey, ['calculatedValues'])) if (isObject(value) && nameOf(value)) found.push([nameOf(value), nameOf(value)]);
  return found;
}

function rowText(desk: Desk, row: Json): string {
  return (isObject(row) && anyText(row['text'], desk.data.language, desk.own)) || valueOf(row);
}

/** A condition as rows of question, operator and value; as text where it is more than that, or where somebody likes that more. */
export function conditionField(desk: Desk, path: Path, label: string, hint?: string, besides?: Path): TemplateResult {
  const text = String(get(desk.survey, path) ?? '');
  const key = `raw.${path.join('.')}`;
  const condition = parse(text);
  const raw = condition === null || desk.memory.get(key) === true;
  const write = (next: Condition): void => desk.change(set(desk.survey, path, next.rows.length === 0 ? undefined : format(next)), { merge: path.join('.') });
  const id = `se-${path.join('-')}`;
  return html`<fieldset class="field se-condition"><legend class="form-label">${label}</legend>
    ${hint ? html`<small class="field-hint">${hint}</small>` : nothing}
    ${raw
      ? html`<textarea id=${id} class="form-control se-code" rows="2" dir="ltr" spellcheck="false" aria-label=${label} .value=${live(text)}
          @input=${(event: Event) => desk.change(set(desk.survey, path, (event.target as HTMLTextAreaElement).value || undefined), { merge: id })}></textarea>
        ${condition === null ? html`<small class="field-hint">${desk.t('NotRows')}</small>` : nothing}`
      : html`${condition.rows.length > 1 ? joinChoice(desk, path, condition, write) : nothing}
        ${condition.rows.map((row, i) => conditionRow(desk, path, condition, row, i, write, besides))}`}
    <div class="se-items-tools">
      ${raw ? nothing : button("plus", desk.t('AddCondition'), () => {
        const first = operands(desk, besides)[0];
        if (first) write({ ...condition, rows: [...condition.rows, { name: first[0], operator: 'notempty' }] });
      }, { text: desk.t('AddCondition'), disabled: operands(desk, besides).length === 0 })}
      ${button("code", desk.t('AsText'), () => { desk.memory.set(key, !raw); desk.draw(); }, { text: desk.t('AsText'), pressed: raw, disabled: condition === null, kind: 'btn-quiet' })}
    </div></fieldset>`;
}

function joinChoice(desk: Desk, path: Path, condition: Condition, write: (next: Condition) => void): TemplateResult {
  return select(`join-${path.join('-')}`, [['and', desk.t('JoinAnd')], ['or', desk.t('JoinOr')]], condition.join, (join) =>
    write({ ...condition, join: join as 'and' | 'or' }), desk.t('Join'));
}

function conditionRow(desk: Desk, path: Path, condition: Condition, row: Row, i: number, write: (next: Condition) => void, besides?: Path): TemplateResult {
  const put = (next: Row): void => write({ ...condition, rows: spliced(condition.rows, i, 1, next) });
  const id = `${path.join('-')}-${i}`;
  const label = desk.t('ConditionNumber', desk.digits(i + 1));
  return html`<div class="se-condition-row" role="group" aria-label=${label}>
    ${select(`cq-${id}`, operands(desk, besides), row.name, (name) => put({ name, operator: 'notempty' }), `${label} · ${desk.t('Question')}`)}
    ${select(`co-${id}`, operators.map((o) => [o, desk.t(`Operator.${o}`)] as const), row.operator, (operator) => put(fit({ ...row, operator })), `${label} · ${desk.t('Operator')}`)}
    ${needsValue(row.operator) ? valueControl(desk, `cv-${id}`, row, put, `${label} · ${desk.t('Value')}`) : html`<span></span>`}
    ${button("x", desk.t('RemoveCondition'), () => write({ ...condition, rows: spliced(condition.rows, i, 1) }))}
  </div>`;
}

/** The value in the form that the operator takes. */
function fit(row: Row): Row {
  if (!needsValue(row.operator)) return { name: row.name, operator: row.operator };
  const value = row.value ?? '';
  if (needsList(row.operator)) return { ...row, value: Array.isArray(value) ? value : value === '' ? [] : [value] };
  return { ...row, value: Array.isArray(value) ? (value[0] ?? '') : value };
}

/** What may be answered to the question of a row, where that is known. */
function answersTo(desk: Desk, name: string): Option[] | null {
  const [question, row] = name.split('.');
  const element = find(desk.survey, question ?? '')?.element;
  if (!element) return null;
  const list = row !== undefined && element['type'] === 'matrix' ? element['columns'] : element['rateValues'] ?? element['choices'];
  if (Array.isArray(list)) return list.map((item) => [valueOf(item), rowText(desk, item)]);
  if (element['type'] === 'boolean') return [['true', desk.t('Yes')], ['false', desk.t('No')]];
  if (element['type'] !== 'rating') return null;
  const low = Number(element['rateMin'] ?? 1);
  const high = Number(element['rateMax'] ?? low + Number(element['rateCount'] ?? 5) - 1);
  const by = Number(element['rateStep'] ?? 1) || 1;
  return high - low > 100 * by ? null : Array.from({ length: Math.floor((high - low) / by) + 1 }, (_, i) => [String(low + i * by), desk.digits(low + i * by)] as const);
}

function valueControl(desk: Desk, id: string, row: Row, put: (row: Row) => void, label: string): TemplateResult {
  const answers = answersTo(desk, row.name);
  if (Array.isArray(row.value)) {
    const chosen = row.value;
    if (answers) {
      return html`<div class="se-values" role="group" aria-label=${label}>${answers.map(([value, text]) => html`<label class="form-check"><input type="checkbox" class="form-check-input"
        .checked=${live(chosen.some((v) => String(v) === value))} @change=${(event: Event) => put({ ...row, value: (event.target as HTMLInputElement).checked ? [...chosen, typed(value)] : chosen.filter((v) => String(v) !== value) })} />
        <span class="form-check-label" dir="auto">${text}</span></label>`)}</div>`;
    }
    const read = (text: string): Value => text.split(/[,،]/).map((part) => part.trim()).filter((part) => part !== '').map((part) => typed(plainDigits(part)));
    return html`<input id=${id} class="form-control" dir="auto" aria-label=${label} placeholder=${desk.t('ListHint')} .value=${live(chosen.join(', '))} @change=${(event: Event) => put({ ...row, value: read((event.target as HTMLInputElement).value) })} />`;
  }
  if (answers && row.operator !== 'contains' && row.operator !== 'notcontains') {
    const value = String(row.value ?? '');
    return select(id, value === '' ? [['', desk.t('Choose')], ...answers] : answers, value, (next) => put({ ...row, value: typed(next) }), label);
  }
  return html`<input id=${id} class="form-control" dir="auto" autocomplete="off" aria-label=${label} .value=${live(String(row.value ?? ''))} @change=${(event: Event) => put({ ...row, value: typed(plainDigits((event.target as HTMLInputElement).value)) })} />`;
}

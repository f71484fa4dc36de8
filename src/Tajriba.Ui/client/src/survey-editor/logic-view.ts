import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { conditionField, operands } from './condition';
import type { Desk } from './desk';
import { typed } from './expression';
import { insert, isObject, listAt, removeAt, set, type Json, type JsonObject, type Path } from './json';
import { elementsOf, nameOf, questionsOf } from './model';
import { titleOf } from './outline';
import { button, checkField, icon, plainDigits, select, selectField, textField, labelled, type Option } from './pieces';

const triggerTypes = ['complete', 'skip', 'setvalue', 'copyvalue', 'runexpression'] as const;

/** What holds for the whole survey: triggers, calculated values, and which questions have conditions. */
export function logicView(desk: Desk): TemplateResult {
  return html`<div class="se-sheet">
    <section><h2>${desk.t('Conditions')}</h2>${conditional(desk)}</section>
    <section><h2>${desk.t('Triggers')}</h2><p class="muted">${desk.t('TriggersHint')}</p>
      ${listAt(desk.survey, ['triggers']).map((item, i) => trigger(desk, i, isObject(item) ? item : {}))}
      <div class="se-items-tools">${button("plus", desk.t('AddTrigger'), () => append(desk, ['triggers'], { type: 'complete' }), { text: desk.t('AddTrigger') })}</div></section>
    <section><h2>${desk.t('Calculated')}</h2><p class="muted">${desk.t('CalculatedHint')}</p>
      ${listAt(desk.survey, ['calculatedValues']).map((item, i) => calculated(desk, i, isObject(item) ? item : {}))}
      <div class="se-items-tools">${button("plus", desk.t('AddCalculated'), () => append(desk, ['calculatedValues'], { name: `value${listAt(desk.survey, ['calculatedValues']).length + 1}`, expression: '' }), { text: desk.t('AddCalculated') })}</div></section>
  </div>`;
}

function append(desk: Desk, list: Path, item: JsonObject): void {
  desk.change(insert(desk.survey, list, listAt(desk.survey, list).length, item));
}

function drop(desk: Desk, list: Path, i: number): void {
  desk.change(listAt(desk.survey, list).length > 1 ? removeAt(desk.survey, list, i) : set(desk.survey, list, undefined), { say: desk.t('Removed') });
}

function conditional(desk: Desk): TemplateResult {
  const found = elementsOf(desk.survey).filter(({ element }) => ['visibleIf', 'enableIf', 'requiredIf'].some((m) => element[m] !== undefined));
  if (found.length === 0) return html`<p class="muted">${desk.t('NoConditions')}</p>`;
  return html`<ul class="se-list">${found.map(({ path, element }) => html`<li><button type="button" class="se-link" @click=${() => desk.go(path, { tab: 'questions', focus: true })}>${icon("git-branch")}<bdi>${titleOf(desk, element)}</bdi></button>
    ${(['visibleIf', 'enableIf', 'requiredIf'] as const).map((m) => element[m] === undefined ? nothing : html`<span class="muted">${desk.t(m === 'visibleIf' ? 'VisibleIf' : m === 'enableIf' ? 'EnableIf' : 'RequiredIf')}</span> <bdi class="se-code" dir="ltr">${String(element[m])}</bdi> `)}</li>`)}</ul>`;
}

function names(desk: Desk): Option[] {
  return [['', desk.t('Choose')], ...operands(desk)];
}

function trigger(desk: Desk, i: number, item: JsonObject): TemplateResult {
  const path: Path = ['triggers', i];
  const at = (member: string): Path => [...path, member];
  const label = desk.t('TriggerNumber', desk.digits(i + 1));
  const type = String(item['type'] ?? 'complete');
  const everything: Option[] = [['', desk.t('Choose')], ...elementsOf(desk.survey).filter(({ element }) => nameOf(element) !== '').map(({ element }) => [nameOf(element), titleOf(desk, element)] as const)];
  return html`<div class="se-block" role="group" aria-label=${label}>
    <div class="se-block-head">${select(`trigger-${i}`, triggerTypes.map((t) => [t, desk.t(`Trigger.${t}`)] as const), type, (next) => desk.change(set(desk.survey, at('type'), next)), label)}
      ${button("trash", desk.t('Delete'), () => drop(desk, ['triggers'], i))}</div>
    ${conditionField(desk, at('expression'), desk.t('When'))}
    ${type === 'skip' ? selectField(desk, at('gotoName'), desk.t('GoTo'), everything) : nothing}
    ${type === 'copyvalue' ? selectField(desk, at('fromName'), desk.t('From'), names(desk)) : nothing}
    ${type === 'runexpression' ? textField(desk, at('runExpression'), desk.t('Expression'), { code: true }) : nothing}
    ${type === 'setvalue' || type === 'copyvalue' || type === 'runexpression' ? selectField(desk, at('setToName'), desk.t('Into'), names(desk)) : nothing}
    ${type === 'setvalue' ? html`${valueField(desk, at('setValue'), item['setValue'])}${checkField(desk, at('isVariable'), desk.t('IsVariable'))}` : nothing}
  </div>`;
}

/** A value of any form: what reads as JSON is that, all else is text. */
function valueField(desk: Desk, path: Path, value: Json | undefined): TemplateResult {
  const id = `se-${path.join('-')}`;
  const shown = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  const read = (text: string): Json | undefined => {
    if (text === '') return undefined;
    if (!/^[[{]/.test(text.trim())) return typed(plainDigits(text));
    try {
      return JSON.parse(text) as Json;
    } catch {
      return text;
    }
  };
  return labelled(desk.t('Value'), id, html`<input id=${id} class="form-control" dir="auto" autocomplete="off" .value=${live(shown)} @change=${(event: Event) => desk.change(set(desk.survey, path, read((event.target as HTMLInputElement).value)))} />`);
}

function calculated(desk: Desk, i: number, item: JsonObject): TemplateResult {
  const path: Path = ['calculatedValues', i];
  const label = desk.t('CalculatedNumber', desk.digits(i + 1));
  return html`<div class="se-block" role="group" aria-label=${nameOf(item) || label}>
    <div class="se-block-head"><strong dir="auto">${nameOf(item) || label}</strong>${button("trash", desk.t('Delete'), () => drop(desk, ['calculatedValues'], i))}</div>
    <div class="se-grid">${textField(desk, [...path, 'name'], desk.t('Name'), { code: true })}${textField(desk, [...path, 'expression'], desk.t('Expression'), { code: true, hint: desk.t('ExpressionHint', questionsOf(desk.survey)[0] ? `{${nameOf(questionsOf(desk.survey)[0]!.element)}}` : '{question1}') })}</div>
    ${checkField(desk, [...path, 'includeIntoResult'], desk.t('IntoResult'))}
  </div>`;
}

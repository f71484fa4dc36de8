import { html, nothing, type TemplateResult } from 'lit-html';
import { conditionField } from './condition';
import type { Desk } from './desk';
import { insert, isObject, listAt, removeAt, set, type JsonObject, type Path } from './json';
import { button, checkField, localizedField, numberField, select, textField } from './pieces';

const kinds = ['numeric', 'text', 'email', 'regex', 'answercount', 'expression'] as const;

/** What an answer must fulfil, and what is said where it does not. */
export function validators(desk: Desk, list: Path): TemplateResult {
  const all = listAt(desk.survey, list);
  return html`${all.map((item, i) => one(desk, list, i, isObject(item) ? item : {}))}
    <div class="se-items-tools">${button("plus", desk.t('AddValidator'), () => desk.change(insert(desk.survey, list, all.length, { type: 'numeric' })), { text: desk.t('AddValidator') })}</div>`;
}

function one(desk: Desk, list: Path, i: number, item: JsonObject): TemplateResult {
  const path = [...list, i];
  const at = (member: string): Path => [...path, member];
  const label = desk.t('ValidatorNumber', desk.digits(i + 1));
  const left = listAt(desk.survey, list).length > 1;
  return html`<div class="se-block" role="group" aria-label=${label}>
    <div class="se-block-head">${select(`se-${path.join('-')}-type`, kinds.map((k) => [k, desk.t(`Validator.${k}`)] as const), String(item['type'] ?? 'numeric'), (type) => desk.change(set(desk.survey, at('type'), type)), label)}
      ${button("trash", desk.t('Delete'), () => desk.change(left ? removeAt(desk.survey, list, i) : set(desk.survey, list, undefined)))}</div>
    ${item['type'] === 'numeric' ? html`<div class="se-grid">${numberField(desk, at('minValue'), desk.t('Lowest'))}${numberField(desk, at('maxValue'), desk.t('Highest'))}</div>` : nothing}
    ${item['type'] === 'text' ? html`<div class="se-grid">${numberField(desk, at('minLength'), desk.t('MinLength'))}${numberField(desk, at('maxLength'), desk.t('MaxLength'))}</div>${checkField(desk, at('allowDigits'), desk.t('AllowDigits'), { otherwise: true })}` : nothing}
    ${item['type'] === 'answercount' ? html`<div class="se-grid">${numberField(desk, at('minCount'), desk.t('Lowest'))}${numberField(desk, at('maxCount'), desk.t('Highest'))}</div>` : nothing}
    ${item['type'] === 'regex' ? textField(desk, at('regex'), desk.t('Regex'), { code: true }) : nothing}
    ${item['type'] === 'expression' ? conditionField(desk, at('expression'), desk.t('Expression')) : nothing}
    ${localizedField(desk, at('text'), desk.t('SaidText'))}
  </div>`;
}

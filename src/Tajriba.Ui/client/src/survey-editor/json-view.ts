import { html, noChange, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { Desk, Remark } from './desk';
import { isObject, same, type Json } from './json';
import { icon } from './pieces';
import { placeOf } from './remarks';

/** The whole survey as text, with what the server says of it at its path. */
export function jsonView(desk: Desk): TemplateResult {
  const wrong = desk.memory.get('json.wrong') as string | undefined;
  const take = (event: Event): void => {
    const read = readJson((event.target as HTMLTextAreaElement).value);
    if (typeof read === 'string') {
      desk.memory.set('json.wrong', read);
      desk.draw();
    } else {
      desk.memory.delete('json.wrong');
      desk.change(read, { merge: 'json', at: [] });
    }
  };
  const text = JSON.stringify(desk.survey, null, 2);
  // What is being typed stays as it is typed, as long as it says the same or nothing yet.
  const shown = document.querySelector<HTMLTextAreaElement>('.se-json textarea');
  const read = shown ? readJson(shown.value) : text;
  const typing = shown !== null && (typeof read === 'string' ? wrong !== undefined : same(read, desk.survey));
  return html`<div class="se-json">
    <textarea class="form-control se-code" dir="ltr" spellcheck="false" rows="32" aria-label=${desk.t('AsJson')} aria-invalid=${wrong === undefined ? 'false' : 'true'} aria-describedby="se-json-remarks"
      .value=${typing ? noChange : live(text)} @input=${take}></textarea>
    <div id="se-json-remarks" class="se-json-remarks" role="region" aria-label=${desk.t('Remarks')} tabindex="0">
      ${wrong === undefined ? nothing : html`<p class="field-error">${icon("alert-circle")}${desk.t('NotJsonAt', wrong)}</p>`}
      ${remarks(desk, desk.checked.faults, 'bad')}${remarks(desk, desk.checked.warnings, 'warning')}
      ${wrong === undefined && desk.checked.faults.length + desk.checked.warnings.length === 0 ? html`<p class="tone-good">${icon("check")} ${desk.t('NothingWrong')}</p>` : nothing}
    </div></div>`;
}

export function remarks(desk: Desk, list: readonly Remark[], tone: 'bad' | 'warning'): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<ul class="se-remarks tone-${tone}">${list.map((remark) => html`<li>${tone === 'bad' ? icon("alert-circle") : icon("alert-triangle")}
    <span>${remark.text} <button type="button" class="se-link se-code" dir="ltr" @click=${() => desk.go(placeOf(desk, remark), { tab: 'questions', focus: true })}>${remark.path}</button></span></li>`)}</ul>`;
}

/** The survey that a text says, or where it stops being JSON. */
export function readJson(text: string): Exclude<Json, string | number | boolean | null | Json[]> | string {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : '{}';
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    if (position === undefined) return (error as Error).message;
    const before = text.slice(0, Number(position)).split('\n');
    return `${before.length}:${before.at(-1)!.length + 1}`;
  }
}

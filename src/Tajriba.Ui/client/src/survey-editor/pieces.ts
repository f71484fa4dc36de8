import { html, svg, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { repeat } from 'lit-html/directives/repeat.js';
import type { Desk, Language } from './desk';
import { get, set, type Json, type Path } from './json';
import { textIn, withText } from './localized';

let sprite: string | undefined;

export function icon(name: string): TemplateResult {
  sprite ??= document.querySelector('svg.icon use')?.getAttribute('href')?.split('#')[0] ?? '';
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${svg`<use href="${sprite}#${name}"></use>`}</svg>`;
}

export interface ButtonOptions {
  readonly text?: string;
  readonly kind?: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly keys?: string;
}

/** A button with an icon; without a text the label is read and shown on pointing. */
export function button(name: string, label: string, act: (event: Event) => void, options: ButtonOptions = {}): TemplateResult {
  return html`<button type="button" class="btn btn-sm ${options.kind ?? ''} ${options.text === undefined ? 'btn-icon btn-quiet' : ''}"
    aria-label=${options.text === undefined ? label : nothing} title=${options.text === undefined ? label : nothing}
    aria-pressed=${options.pressed === undefined ? nothing : String(options.pressed)} aria-keyshortcuts=${options.keys ?? nothing}
    ?disabled=${options.disabled ?? false} @click=${act}>${icon(name)}${options.text}</button>`;
}

/** Persian and Arabic digits as those that a program reads. */
export function plainDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (c) => String(c.charCodeAt(0) & 15)).replace(/٫/g, '.').replace(/−/g, '-');
}

function fieldId(path: Path, more = ''): string {
  return `se-${path.join('-')}${more}`;
}

/** A label and a control. */
export function labelled(label: string, id: string, control: TemplateResult, hint?: string): TemplateResult {
  return html`<div class="field"><label class="form-label" for=${id}>${label}</label>${control}${hint ? html`<small class="field-hint" id="${id}-hint">${hint}</small>` : nothing}</div>`;
}

/** A member that is a plain string: a name, an address, an expression. */
export function textField(desk: Desk, path: Path, label: string, options: { code?: boolean; lines?: number; hint?: string } = {}): TemplateResult {
  const id = fieldId(path);
  const value = String(get(desk.survey, path) ?? '');
  const input = (event: Event): void => {
    const text = (event.target as HTMLInputElement).value;
    desk.change(set(desk.survey, path, text === '' ? undefined : text), { merge: id });
  };
  const dir = options.code ? 'ltr' : 'auto';
  const kind = `form-control ${options.code ? 'se-code' : ''}`;
  return labelled(label, id, options.lines
    ? html`<textarea id=${id} class=${kind} dir=${dir} rows=${options.lines} spellcheck="false" .value=${live(value)} @input=${input}></textarea>`
    : html`<input id=${id} class=${kind} dir=${dir} spellcheck="false" autocomplete="off" .value=${live(value)} @input=${input} />`, options.hint);
}

/** A number, typed in any digits. */
export function numberField(desk: Desk, path: Path, label: string, hint?: string): TemplateResult {
  const id = fieldId(path);
  const value = get(desk.survey, path);
  const change = (event: Event): void => {
    const control = event.target as HTMLInputElement;
    const text = plainDigits(control.value).trim();
    const number = Number(text);
    if (text !== '' && !Number.isFinite(number)) {
      control.setAttribute('aria-invalid', 'true');
      return;
    }
    control.removeAttribute('aria-invalid');
    desk.change(set(desk.survey, path, text === '' ? undefined : number), { merge: id });
  };
  return labelled(label, id, html`<input id=${id} class="form-control" inputmode="decimal" autocomplete="off" .value=${live(desk.digits(typeof value === 'number' ? value : String(value ?? '')))} @change=${change} />`, hint);
}

export function checkField(desk: Desk, path: Path, label: string, options: { otherwise?: boolean; hint?: string } = {}): TemplateResult {
  const id = fieldId(path);
  const otherwise = options.otherwise ?? false;
  const change = (event: Event): void => {
    const on = (event.target as HTMLInputElement).checked;
    desk.change(set(desk.survey, path, on === otherwise ? undefined : on));
  };
  return html`<label class="form-check"><input id=${id} type="checkbox" class="form-check-input" .checked=${live((get(desk.survey, path) ?? otherwise) === true)} @change=${change} />
    <span class="form-check-label">${label}${options.hint ? html`<small class="field-hint">${options.hint}</small>` : nothing}</span></label>`;
}

export type Option = readonly [value: string, text: string];

/** A select over any value; what it holds stays among its options even where it is none of them. */
export function select(id: string, options: readonly Option[], value: string, change: (value: string) => void, label?: string): TemplateResult {
  const all = options.some(([v]) => v === value) ? options : [...options, [value, value] as const];
  return html`<select id=${id} class="form-select" aria-label=${label ?? nothing} .value=${live(value)} @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
    ${repeat(all, ([v]) => v, ([v, text]) => html`<option value=${v} ?selected=${v === value}>${text}</option>`)}
  </select>`;
}

export function selectField(desk: Desk, path: Path, label: string, options: readonly Option[], otherwise = '', hint?: string): TemplateResult {
  const id = fieldId(path);
  return labelled(label, id, select(id, options, String(get(desk.survey, path) ?? otherwise), (value) =>
    desk.change(set(desk.survey, path, value === otherwise ? undefined : value))), hint);
}

/** A text in every language side by side; those that miss it are marked. */
export function localizedField(desk: Desk, path: Path, label: string, options: { lines?: number; hint?: string } = {}): TemplateResult {
  const value = get(desk.survey, path);
  const written = desk.languages.some(({ code }) => textIn(value, code, desk.own) !== '');
  return html`<fieldset class="field se-localized"><legend class="form-label">${label}</legend>
    <div class="se-languages">${desk.languages.map((language) => localizedInput(desk, path, value, language, written, label, options.lines ?? 1))}</div>
    ${options.hint ? html`<small class="field-hint">${options.hint}</small>` : nothing}</fieldset>`;
}

/** One language of a text; `quiet` leaves out its visible label, where a heading stands above. */
export function localizedInput(desk: Desk, path: Path, value: Json | undefined, language: Language, written: boolean, label: string, lines: number, quiet = false): TemplateResult {
  const id = fieldId(path, `-${language.code}`);
  const text = textIn(value, language.code, desk.own);
  const missing = written && text === '';
  const input = (event: Event): void =>
    desk.change(set(desk.survey, path, withText(get(desk.survey, path), language.code, desk.own, (event.target as HTMLInputElement).value)), { merge: id });
  const hint = missing ? desk.t('Untranslated') : '';
  return html`<div class="se-language ${missing ? 'missing' : ''}">
    ${quiet ? nothing : html`<label for=${id}>${language.name}${missing ? html` <span class="se-missing">${hint}</span>` : nothing}</label>`}
    ${lines > 1
      ? html`<textarea id=${id} class="form-control" rows=${lines} dir=${language.dir} lang=${language.code} aria-label="${label} · ${language.name}" .value=${live(text)} @input=${input}></textarea>`
      : html`<input id=${id} class="form-control" dir=${language.dir} lang=${language.code} aria-label="${label} · ${language.name}" autocomplete="off" placeholder=${quiet ? language.name : nothing} .value=${live(text)} @input=${input} />`}
  </div>`;
}

/** A part of the properties that opens and closes; it remembers which. */
export function section(desk: Desk, key: string, title: string, open: boolean, content: TemplateResult | typeof nothing): TemplateResult {
  const chosen = desk.memory.get(`open.${key}`) as boolean | undefined;
  return html`<details class="se-section" ?open=${live(chosen ?? open)} @toggle=${(event: Event) => desk.memory.set(`open.${key}`, (event.target as HTMLDetailsElement).open)}>
    <summary>${title}</summary><div class="se-section-body">${content}</div></details>`;
}

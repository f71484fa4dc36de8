import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { Desk } from './desk';
import { get, insert, isObject, listAt, removeAt, set, spliced, type Json, type JsonObject, type Path } from './json';
import { textIn, withText } from './localized';
import { valueOf } from './model';
import { button } from './pieces';

/** How the items of a list name themselves: a choice has value and text, a column of a table name and title. */
export interface ItemShape {
  readonly value: 'value' | 'name';
  readonly text: 'text' | 'title';
  /** A plain value may stand for the item. */
  readonly plain: boolean;
  readonly base: string;
}

export const choiceShape: ItemShape = { value: 'value', text: 'text', plain: true, base: 'item' };
export const namedShape: ItemShape = { value: 'name', text: 'title', plain: false, base: 'column' };

/** Choices, rows, columns: each with its value and its text in every language; several are pasted at once. */
export function itemsField(desk: Desk, list: Path, label: string, shape: ItemShape): TemplateResult {
  const items = listAt(desk.survey, list);
  const key = `paste.${list.join('.')}`;
  const paste = desk.memory.get(key) as string | undefined;
  return html`<fieldset class="field se-items"><legend class="form-label">${label}</legend>
    ${items.length === 0 ? nothing : html`<div class="se-items-grid" data-languages=${desk.languages.length}>
      <div class="se-items-head" aria-hidden="true"><span>${desk.t('Value')}</span>${desk.languages.map((l) => html`<span>${l.name}</span>`)}<span></span></div>
      ${items.map((item, i) => itemRow(desk, list, item, i, items.length, label, shape))}
    </div>`}
    <div class="se-items-tools">
      ${button("plus", desk.t('AddItem'), () => append(desk, list, shape), { text: desk.t('AddItem') })}
      ${button("clipboard-text", desk.t('PasteMany'), () => { desk.memory.set(key, paste === undefined ? asLines(desk, items) : undefined); desk.draw(); }, { text: desk.t('PasteMany'), pressed: paste !== undefined })}
    </div>
    ${paste === undefined ? nothing : html`<div class="se-paste">
      <textarea class="form-control" rows="6" dir="auto" aria-label=${desk.t('PasteMany')} aria-describedby="paste-hint" .value=${paste} @input=${(event: Event) => desk.memory.set(key, (event.target as HTMLTextAreaElement).value)}></textarea>
      <small class="field-hint" id="paste-hint">${desk.t('PasteHint')}</small>
      ${button("check", desk.t('Take'), () => {
        const lines = desk.memory.get(key) as string;
        desk.memory.delete(key);
        desk.change(set(desk.survey, list, fromLines(lines, items, desk.data.language, desk.own, shape)));
      }, { text: desk.t('Take'), kind: 'btn-primary' })}</div>`}
  </fieldset>`;
}

function append(desk: Desk, list: Path, shape: ItemShape): void {
  const items = listAt(desk.survey, list);
  const taken = new Set(items.map(valueOf));
  let n = items.length + 1;
  const base = items.every((item) => /^\d+$/.test(valueOf(item))) && shape.plain ? '' : shape.base;
  while (taken.has(`${base}${n}`)) n++;
  const value = `${base}${n}`;
  desk.change(insert(desk.survey, list, items.length, shape.plain ? value : { [shape.value]: value }));
  desk.memory.set('focus', `item-${[...list, items.length].join('-')}`);
}

function itemRow(desk: Desk, list: Path, item: Json, i: number, count: number, label: string, shape: ItemShape): TemplateResult {
  const path = [...list, i];
  const value = valueOf(item);
  const text = isObject(item) ? item[shape.text] : undefined;
  const name = desk.t('ItemNumber', label, desk.digits(i + 1));
  const step = (by: number): void => {
    if (i + by < 0 || i + by >= count) return desk.say(desk.t('NoFurther'));
    desk.change(insert(removeAt(desk.survey, list, i), list, i + by, item), { say: desk.t('MovedItem', desk.digits(i + by + 1), desk.digits(count)) });
    desk.memory.set('focus', `item-${[...list, i + by].join('-')}`);
  };
  const keyed = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    step(event.key === 'ArrowUp' ? -1 : 1);
  };
  return html`<div class="se-item" role="group" aria-label=${name} @keydown=${keyed}>
    <input id="item-${path.join('-')}" class="form-control se-code" dir="ltr" autocomplete="off" aria-label="${name} · ${desk.t('Value')}" .value=${live(value)}
      @change=${(event: Event) => desk.change(set(desk.survey, path, withValue(item, (event.target as HTMLInputElement).value, shape)))}
      @paste=${(event: ClipboardEvent) => pasteInto(desk, event, list, i, shape)} />
    ${desk.languages.map((language) => {
      const own = textIn(text, language.code, desk.own);
      return html`<input class="form-control ${own === '' && text !== undefined ? 'missing' : ''}" dir=${language.dir} lang=${language.code} autocomplete="off" aria-label="${name} · ${language.name}"
        placeholder=${text === undefined ? value : desk.t('Untranslated')} .value=${live(own)}
        @input=${(event: Event) => desk.change(set(desk.survey, path, withItemText(item, withText(text, language.code, desk.own, (event.target as HTMLInputElement).value), shape)), { merge: `${path.join('.')}-${language.code}` })} />`;
    })}
    <span class="se-item-tools">
      ${button("arrow-up", desk.t('MoveUp'), () => step(-1), { disabled: i === 0, keys: 'Alt+ArrowUp' })}
      ${button("arrow-down", desk.t('MoveDown'), () => step(1), { disabled: i === count - 1, keys: 'Alt+ArrowDown' })}
      ${button("x", desk.t('RemoveItem', desk.digits(i + 1)), () => desk.change(removeAt(desk.survey, list, i), { say: desk.t('Removed') }))}
    </span>
  </div>`;
}

/** Several lines pasted into one field become as many items. */
function pasteInto(desk: Desk, event: ClipboardEvent, list: Path, i: number, shape: ItemShape): void {
  const lines = (event.clipboardData?.getData('text/plain') ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return;
  event.preventDefault();
  const items = listAt(desk.survey, list);
  const read = fromLines(lines.join('\n'), items, desk.data.language, desk.own, shape);
  desk.change(set(desk.survey, list, spliced(items, i, 1, ...read)));
}

function withValue(item: Json, value: string, shape: ItemShape): Json {
  if (isObject(item)) return { ...item, [shape.value]: value };
  return typeof item === 'number' && String(Number(value)) === value ? Number(value) : value;
}

/** An item without a text of its own is its plain value again. */
export function withItemText(item: Json, text: Json | undefined, shape: ItemShape): Json {
  const whole: JsonObject = isObject(item) ? { ...item } : { [shape.value]: item };
  if (text === undefined) delete whole[shape.text];
  else whole[shape.text] = text;
  return shape.plain && Object.keys(whole).length === 1 && shape.value in whole ? whole[shape.value]! : whole;
}

function asLines(desk: Desk, items: readonly Json[]): string {
  return items.map((item) => {
    const text = isObject(item) ? textIn(item[shape(item)], desk.data.language, desk.own) : '';
    return text === '' || text === valueOf(item) ? valueOf(item) : `${valueOf(item)} | ${text}`;
  }).join('\n');
}

function shape(item: JsonObject): 'text' | 'title' {
  return 'value' in item ? 'text' : 'title';
}

/** One item a line, `value | text` or the text alone; items that were there keep what else they have. */
export function fromLines(lines: string, known: readonly Json[], language: string, own: string, shape: ItemShape): Json[] {
  return lines.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '').map((line) => {
    const [first, ...rest] = line.split('|').map((part) => part.trim());
    const value = first!;
    const old = known.find((item) => valueOf(item) === value);
    const item: Json = old ?? (shape.plain ? value : { [shape.value]: value });
    if (rest.length === 0) return item;
    return withItemText(item, withText(isObject(item) ? item[shape.text] : undefined, language, own, rest.join('|')), shape);
  });
}

/** Whether a list holds objects with name and title, as the columns of tables with cells do. */
export function shapeOf(desk: Desk, list: Path): ItemShape {
  const first = listAt(desk.survey, list)[0] ?? get(desk.survey, list);
  return isObject(first) && 'name' in first ? namedShape : choiceShape;
}

import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { Desk } from './desk';
import { listAt, samePath, startsWith, type JsonObject, type Path } from './json';
import { anyText } from './localized';
import { add, addPage, duplicate, elementsOf, freshName, insideOf, isPage, move, nameOf, pagesOf, remove, step, type Direction, type Place } from './model';
import { button, icon } from './pieces';
import { remarksOn } from './remarks';
import { groups, measuring, questionTypes, typeOf } from './types';

interface Drag {
  from: Path;
  over: Path | null;
  where: 'before' | 'after' | 'inside';
}

export function titleOf(desk: Desk, element: JsonObject): string {
  return anyText(element['title'], desk.data.language, desk.own) || nameOf(element) || desk.t('Unnamed');
}

export function outline(desk: Desk): TemplateResult {
  return html`<nav class="se-outline" aria-label=${desk.t('Outline')}>
    <div class="se-outline-tools">${palette(desk)}${button("file-plus", desk.t('AddPage'), () => {
      const done = addPage(desk.survey);
      desk.change(done.survey, { at: done.at, focus: true, say: desk.t('Added', desk.t('Page')) });
    }, { text: desk.t('Page') })}</div>
    <ol class="se-tree" @dragleave=${() => over(desk, null, 'after')}>${pagesOf(desk.survey).map((page, i) => pageItem(desk, page, i))}</ol>
    <p class="se-keys muted">${desk.t('Keys')}</p>
  </nav>`;
}

function palette(desk: Desk): TemplateResult {
  const choose = (event: Event, start: JsonObject): void => {
    (event.currentTarget as Element).closest('details')!.open = false;
    addNew(desk, start);
  };
  const item = (name: string, text: string, start: JsonObject): TemplateResult =>
    html`<button type="button" class="menu-item" data-type=${text === '' ? nothing : (start['measure'] ?? start['type'])} @click=${(event: Event) => choose(event, start)}>${icon(name)}${text}</button>`;
  return html`<details class="menu se-palette" data-menu><summary class="btn btn-sm btn-primary">${icon("plus")}${desk.t('AddQuestion')}</summary>
    <div class="menu-list">
      <div class="se-palette-group"><div class="menu-head">${desk.t('Group.measure')}</div>${measuring.map((m) => item(m.icon, desk.t(`Measure.${m.key}`), m.start))}</div>
      ${groups.map((group) => html`<div class="se-palette-group"><div class="menu-head">${desk.t(`Group.${group}`)}</div>
        ${questionTypes.filter((t) => t.group === group).map((t) => item(t.icon, desk.t(`Type.${t.type}`), { type: t.type, ...t.start }))}</div>`)}
    </div></details>`;
}

function addNew(desk: Desk, start: JsonObject): void {
  const type = typeOf(start);
  const name = freshName(desk.survey, type.holds === 'elements' ? 'panel' : 'question');
  const after = desk.at.length > 0 ? desk.at : (pagesOf(desk.survey).at(-1)?.path ?? []);
  const base = pagesOf(desk.survey).length === 0 ? addPage(desk.survey) : { survey: desk.survey, at: after };
  const { type: kind, ...rest } = start;
  const done = add(base.survey, { type: kind, name, ...rest }, base.at);
  desk.change(done.survey, { at: done.at, say: desk.t('Added', desk.t(`Type.${type.type}`)) });
  desk.memory.set('focus', 'title');
}

function pageItem(desk: Desk, page: Place, index: number): TemplateResult {
  const title = anyText(page.element['title'], desk.data.language, desk.own);
  const text = desk.t('PageNumber', desk.digits(index + 1)) + (title && page.path.length > 0 ? ` · ${title}` : '');
  return html`<li class="se-page">${row(desk, page, text, "file", page.path.length > 0)}${children(desk, page.path)}</li>`;
}

function children(desk: Desk, container: Path): TemplateResult {
  const list = insideOf(desk.survey, container);
  const places = listAt(desk.survey, list).map((element, i): Place => ({ path: [...list, i], element: element as JsonObject, depth: 0 }));
  if (places.length === 0) return html`<p class="se-empty muted">${desk.t('EmptyPage')}</p>`;
  return html`<ol>${repeat(places, (place, i) => `${nameOf(place.element)}:${i}`, (place) => html`<li>
    ${row(desk, place, titleOf(desk, place.element), typeOf(place.element).icon, true)}${typeOf(place.element).holds ? children(desk, place.path) : nothing}</li>`)}</ol>`;
}

function row(desk: Desk, place: Place, text: string, name: string, movable: boolean): TemplateResult {
  const { path, element } = place;
  const chosen = samePath(desk.at, path);
  const drag = desk.memory.get('drag') as Drag | undefined;
  const hovered = drag?.over && samePath(drag.over, path) ? `drop-${drag.where}` : '';
  const faults = remarksOn(desk, desk.checked.faults, path).length > 0 && path.length > 0;
  const warnings = remarksOn(desk, desk.checked.warnings, path).length > 0 && path.length > 0;
  const logic = ['visibleIf', 'enableIf', 'requiredIf'].some((member) => element[member] !== undefined) && path.length > 0;
  return html`<div class="se-row ${chosen ? 'chosen' : ''} ${hovered}" draggable=${movable ? 'true' : 'false'}
      @dragstart=${(event: DragEvent) => start(desk, event, path)} @dragend=${() => { desk.memory.delete('drag'); desk.draw(); }}
      @dragover=${(event: DragEvent) => hover(desk, event, path)} @drop=${(event: DragEvent) => drop(desk, event)}>
    <button type="button" class="se-row-name" data-path=${path.join('.')} aria-current=${chosen ? 'true' : nothing} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
      @click=${() => desk.go(path)} @keydown=${(event: KeyboardEvent) => keyed(desk, event, path)}>
      ${icon(name)}<span class="se-row-text" dir="auto">${text}</span>${element['isRequired'] === true ? html`<span class="required" aria-label=${desk.t('Required')}>*</span>` : nothing}
    </button>
    ${logic ? html`<span class="se-mark" title=${desk.t('HasLogic')}>${icon("git-branch")}<span class="visually-hidden">${desk.t('HasLogic')}</span></span>` : nothing}
    ${faults ? html`<span class="se-mark tone-bad" title=${desk.t('HasFaults')}>${icon("alert-circle")}<span class="visually-hidden">${desk.t('HasFaults')}</span></span>`
      : warnings ? html`<span class="se-mark tone-warning" title=${desk.t('HasWarnings')}>${icon("alert-triangle")}<span class="visually-hidden">${desk.t('HasWarnings')}</span></span>` : nothing}
  </div>`;
}

function start(desk: Desk, event: DragEvent, from: Path): void {
  event.stopPropagation();
  event.dataTransfer?.setData('text/plain', from.join('.'));
  desk.memory.set('drag', { from, over: null, where: 'after' } satisfies Drag);
}

function over(desk: Desk, path: Path | null, where: Drag['where']): void {
  const drag = desk.memory.get('drag') as Drag | undefined;
  if (!drag || (drag.where === where && samePath(drag.over ?? ['-'], path ?? ['-']))) return;
  desk.memory.set('drag', { ...drag, over: path, where });
  desk.draw();
}

function hover(desk: Desk, event: DragEvent, path: Path): void {
  const drag = desk.memory.get('drag') as Drag | undefined;
  if (!drag || startsWith(path, drag.from)) return;
  const page = isPage(desk.survey, path);
  const dragsPage = isPage(desk.survey, drag.from);
  if (dragsPage && !page) return;
  event.preventDefault();
  event.stopPropagation();
  const box = (event.currentTarget as Element).getBoundingClientRect();
  const share = (event.clientY - box.top) / box.height;
  const container = !dragsPage && (page || typeOf(pick(desk, path)).holds !== undefined);
  over(desk, path, container && (page || (share > 0.3 && share < 0.7)) ? 'inside' : share < 0.5 ? 'before' : 'after');
}

function pick(desk: Desk, path: Path): JsonObject {
  return [...elementsOf(desk.survey), ...pagesOf(desk.survey)].find((e) => samePath(e.path, path))?.element ?? {};
}

function drop(desk: Desk, event: DragEvent): void {
  event.preventDefault();
  event.stopPropagation();
  const drag = desk.memory.get('drag') as Drag | undefined;
  desk.memory.delete('drag');
  if (!drag?.over) return;
  const inside = drag.where === 'inside';
  const list = inside ? insideOf(desk.survey, drag.over) : drag.over.slice(0, -1);
  const index = inside ? listAt(desk.survey, list).length : (drag.over.at(-1) as number) + (drag.where === 'after' ? 1 : 0);
  const done = move(desk.survey, drag.from, list, index);
  if (done) desk.change(done.survey, { at: done.at, say: moved(desk, done.survey, done.at) });
  else desk.draw();
}

function moved(desk: Desk, survey: JsonObject, at: Path): string {
  const list = at.slice(0, -1);
  const page = at[0] === 'pages' ? (at[1] as number) + 1 : 1;
  return desk.t('Moved', desk.digits((at.at(-1) as number) + 1), desk.digits(listAt(survey, list).length), desk.digits(page));
}

/** Moves what stands at a place by one step, and says where it is now. */
export function stepBy(desk: Desk, path: Path, direction: Direction): void {
  if (path.length === 0) return;
  const done = step(desk.survey, path, direction);
  if (done) desk.change(done.survey, { at: done.at, focus: true, say: moved(desk, done.survey, done.at) });
  else desk.say(desk.t('NoFurther'));
}

export function removeFrom(desk: Desk, path: Path): void {
  if (path.length === 0) return;
  const done = remove(desk.survey, path);
  desk.change(done.survey, { at: done.at, focus: true, say: desk.t('Removed') });
  desk.memory.set('removed', true);
  desk.draw();
}

export function duplicateAt(desk: Desk, path: Path): void {
  if (path.length === 0) return;
  const done = duplicate(desk.survey, path);
  desk.change(done.survey, { at: done.at, focus: true, say: desk.t('Duplicated') });
}

function keyed(desk: Desk, event: KeyboardEvent, path: Path): void {
  const rtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
  const onward = rtl ? 'ArrowLeft' : 'ArrowRight';
  const back = rtl ? 'ArrowRight' : 'ArrowLeft';
  if (event.altKey) {
    const direction = ({ ArrowUp: 'up', ArrowDown: 'down', [onward]: 'in', [back]: 'out' } as Record<string, Direction>)[event.key];
    if (!direction) return;
    stepBy(desk, path, direction);
  } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    const all = [...(event.currentTarget as Element).closest('.se-tree')!.querySelectorAll<HTMLElement>('.se-row-name')];
    all[all.indexOf(event.currentTarget as HTMLElement) + (event.key === 'ArrowUp' ? -1 : 1)]?.focus();
  } else if (event.key === 'Delete') removeFrom(desk, path);
  else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') duplicateAt(desk, path);
  else return;
  event.preventDefault();
}

import { html, nothing, type TemplateResult } from 'lit-html';
import type { Desk, Remark } from './desk';
import { startsWith, type Path } from './json';
import { elementsOf } from './model';
import { icon } from './pieces';

/** $.pages[0].elements[1] as the steps to go. */
export function pathOf(text: string): Path {
  return [...text.matchAll(/\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\.?([^.[\]$]+)/g)].map(([, index, quoted, name]) => (index !== undefined ? Number(index) : (quoted ?? name)!));
}

/** The remarks on an element itself, not on what stands inside it. */
export function remarksOn(desk: Desk, remarks: readonly Remark[], path: Path): Remark[] {
  const inner = elementsOf(desk.survey).filter((e) => e.path.length > path.length && startsWith(e.path, path));
  return remarks.filter((remark) => {
    const at = pathOf(remark.path);
    return startsWith(at, path) && !inner.some((e) => startsWith(at, e.path));
  });
}

/** The innermost page or question that a remark is about. */
export function placeOf(desk: Desk, remark: Remark): Path {
  const at = pathOf(remark.path);
  const inside = elementsOf(desk.survey).filter((e) => startsWith(at, e.path));
  const found = inside.at(-1)?.path ?? (at[0] === 'pages' && typeof at[1] === 'number' ? at.slice(0, 2) : []);
  return found;
}

export function remarkList(remarks: readonly Remark[], tone: 'bad' | 'warning'): TemplateResult | typeof nothing {
  if (remarks.length === 0) return nothing;
  // The same of several choices is said once.
  const texts = new Set(remarks.map((remark) => remark.text));
  return html`<ul class="se-remarks tone-${tone}">
    ${[...texts].map((text) => html`<li>${tone === 'bad' ? icon("alert-circle") : icon("alert-triangle")}<span>${text}</span></li>`)}
  </ul>`;
}

import { isObject, same, type Json, type JsonObject } from './json';
import { elementsOf, nameOf, valueOf } from './model';

/** What became of a question since the published version. */
export interface Difference {
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Why answers before and after must not be compared: the texts' keys. */
  readonly breaks: readonly ('type' | 'scale' | 'choices' | 'rows' | 'columns' | 'measure' | 'wording')[];
}

const scale = ['rateMin', 'rateMax', 'rateStep', 'rateCount', 'rateValues', 'min', 'max', 'step', 'inputType'];
const measure = ['measure', 'attribute', 'weight', 'pair'];

/** What changed of the questions, in the order of the draft; those that are gone come last. */
export function differences(published: JsonObject, draft: JsonObject): Difference[] {
  const before = byName(published);
  const after = byName(draft);
  const found: Difference[] = [];
  for (const [name, element] of after) {
    const old = before.get(name);
    if (!old) found.push({ name, kind: 'added', breaks: [] });
    else if (!same(old, element)) found.push({ name, kind: 'changed', breaks: breaksOf(old, element) });
  }
  for (const name of before.keys()) if (!after.has(name)) found.push({ name, kind: 'removed', breaks: [] });
  return found;
}

function byName(survey: JsonObject): Map<string, JsonObject> {
  return new Map(
    elementsOf(survey)
      .filter(({ element }) => nameOf(element) !== '')
      // What stands inside a panel is compared by itself.
      .map(({ element: { elements: _, templateElements: __, ...element } }) => [nameOf(element), element]),
  );
}

function breaksOf(old: JsonObject, now: JsonObject): Difference['breaks'] {
  const breaks: Difference['breaks'][number][] = [];
  const differ = (members: readonly string[]): boolean => members.some((member) => !same(old[member], now[member]));
  if (old['type'] !== now['type']) breaks.push('type');
  if (differ(scale)) breaks.push('scale');
  for (const list of ['choices', 'rows', 'columns'] as const) if (!sameValues(old[list], now[list])) breaks.push(list);
  if (differ(measure)) breaks.push('measure');
  if (reworded(old['title'], now['title'])) breaks.push('wording');
  return breaks;
}

function sameValues(a: Json | undefined, b: Json | undefined): boolean {
  const values = (list: Json | undefined): string[] => (Array.isArray(list) ? list.map(valueOf) : []);
  return same(values(a).sort(), values(b).sort());
}

/** Another translation more is no other wording. */
function reworded(a: Json | undefined, b: Json | undefined): boolean {
  const texts = (value: Json | undefined): JsonObject => (isObject(value) ? value : typeof value === 'string' ? { default: value } : {});
  const [before, after] = [texts(a), texts(b)];
  return Object.keys(before).some((language) => before[language] !== after[language]);
}

import { get, insert, isObject, listAt, mapStrings, objectAt, removeAt, samePath, set, startsWith, type Json, type JsonObject, type Path } from './json';
import { typeOf } from './types';

/** A page, panel or question and where it stands. */
export interface Place {
  readonly path: Path;
  readonly element: JsonObject;
  /** 0 directly on a page. */
  readonly depth: number;
}

/** A changed survey, and where that stands now on which it was done. */
export interface Change {
  readonly survey: JsonObject;
  readonly at: Path;
}

/** The pages; a survey whose questions stand at its root is one page itself. */
export function pagesOf(survey: JsonObject): Place[] {
  if (!Array.isArray(survey['pages'])) return [{ path: [], element: survey, depth: 0 }];
  return survey['pages'].map((page, i) => ({ path: ['pages', i], element: isObject(page) ? page : {}, depth: 0 }));
}

/** The array in which the elements of a page or panel stand. */
export function insideOf(survey: JsonObject, container: Path): Path {
  return [...container, typeOf(objectAt(survey, container)).holds ?? 'elements'];
}

/** Everything inside a page or panel, in the order in which it is asked. */
export function within(survey: JsonObject, container: Path, depth = 0): Place[] {
  const list = insideOf(survey, container);
  return listAt(survey, list).flatMap((element, i) => {
    if (!isObject(element)) return [];
    const path = [...list, i];
    return [{ path, element, depth }, ...(typeOf(element).holds ? within(survey, path, depth + 1) : [])];
  });
}

export function elementsOf(survey: JsonObject): Place[] {
  return pagesOf(survey).flatMap((page) => within(survey, page.path));
}

/** The questions that have an answer: for conditions and triggers. */
export function questionsOf(survey: JsonObject): Place[] {
  return elementsOf(survey).filter(({ element }) => !typeOf(element).mute && nameOf(element) !== '');
}

export function nameOf(element: JsonObject): string {
  return typeof element['name'] === 'string' ? element['name'] : '';
}

/** The place of the page or panel around an element. */
export function parentOf(path: Path): Path {
  return path.slice(0, -2);
}

export function isPage(survey: JsonObject, path: Path): boolean {
  return pagesOf(survey).some((page) => samePath(page.path, path));
}

export function find(survey: JsonObject, name: string): Place | undefined {
  return [...pagesOf(survey), ...elementsOf(survey)].find(({ element, path }) => path.length > 0 && nameOf(element) === name);
}

/** A name that nothing has yet: question7. */
export function freshName(survey: JsonObject, base: string, taken: Iterable<string> = []): string {
  const names = new Set([...pagesOf(survey), ...elementsOf(survey)].map(({ element }) => nameOf(element)));
  for (const name of taken) names.add(name);
  for (let i = 1; ; i++) if (!names.has(`${base}${i}`)) return `${base}${i}`;
}

/** Puts a new element after the one at `after`, or at the end of it where it is a page or panel. */
export function add(survey: JsonObject, element: JsonObject, after: Path): Change {
  const target = get(survey, after);
  const holds = isPage(survey, after) || (isObject(target) && typeOf(target).holds !== undefined);
  const list = holds ? insideOf(survey, after) : after.slice(0, -1);
  const index = holds ? listAt(survey, list).length : (after.at(-1) as number) + 1;
  return { survey: insert(survey, list, index, element), at: [...list, index] };
}

export function addPage(survey: JsonObject): Change {
  const paged = withPages(survey);
  const index = listAt(paged, ['pages']).length;
  const page = { name: freshName(paged, 'page'), elements: [] };
  return { survey: insert(paged, ['pages'], index, page), at: ['pages', index] };
}

/** Questions at the root move onto a page: the same survey for whoever answers. */
function withPages(survey: JsonObject): JsonObject {
  if (Array.isArray(survey['pages'])) return survey;
  const { elements, ...rest } = survey;
  return { ...rest, pages: [{ name: 'page1', elements: elements ?? [] }] };
}

export function remove(survey: JsonObject, path: Path): Change {
  const list = path.slice(0, -1);
  const index = path.at(-1) as number;
  const left = removeAt(survey, list, index);
  const length = listAt(left, list).length;
  return { survey: left, at: length > 0 ? [...list, Math.min(index, length - 1)] : parentOf(path) };
}

export function duplicate(survey: JsonObject, path: Path): Change {
  const taken: string[] = [];
  const renamed = (element: JsonObject): JsonObject => {
    const base = nameOf(element).replace(/\d+$/, '') || 'question';
    const name = freshName(survey, base, taken);
    taken.push(name);
    const copy: JsonObject = { ...element, name };
    for (const member of ['elements', 'templateElements']) {
      const inner = copy[member];
      if (Array.isArray(inner)) copy[member] = inner.map((e) => (isObject(e) ? renamed(e) : e));
    }
    return copy;
  };
  const list = path.slice(0, -1);
  const index = (path.at(-1) as number) + 1;
  return { survey: insert(survey, list, index, renamed(objectAt(survey, path))), at: [...list, index] };
}

/** Moves an element into another array of elements; null where that is inside of itself. */
export function move(survey: JsonObject, from: Path, list: Path, index: number): Change | null {
  if (startsWith(list, from)) return null;
  const element = get(survey, from)!;
  const fromList = from.slice(0, -1);
  const fromIndex = from.at(-1) as number;
  const without = removeAt(survey, fromList, fromIndex);
  // What stood behind it moved up by one, along this array and inside of what stands in it.
  const shifted = [...list];
  if (startsWith(list, fromList) && list.length > fromList.length && (list[fromList.length] as number) > fromIndex) {
    shifted[fromList.length] = (list[fromList.length] as number) - 1;
  }
  const at = samePath(list, fromList) && index > fromIndex ? index - 1 : index;
  return { survey: insert(without, shifted, at, element), at: [...shifted, at] };
}

export type Direction = 'up' | 'down' | 'in' | 'out';

/** One step among its neighbours, onto the page before or after, into the panel above, or out of its own; null where there is none. */
export function step(survey: JsonObject, path: Path, direction: Direction): Change | null {
  const list = path.slice(0, -1);
  const index = path.at(-1) as number;
  const last = listAt(survey, list).length - 1;
  const parent = parentOf(path);
  if (direction === 'in') {
    const above = index > 0 ? [...list, index - 1] : null;
    if (!above || !typeOf(objectAt(survey, above)).holds) return null;
    const inside = insideOf(survey, above);
    return move(survey, path, inside, listAt(survey, inside).length);
  }
  if (list.length === 1 && list[0] === 'pages') {
    const target = direction === 'up' ? index - 1 : direction === 'down' ? index + 2 : -1;
    return target < 0 || target > last + 1 ? null : move(survey, path, list, target);
  }
  if (direction === 'up' && index > 0) return move(survey, path, list, index - 1);
  if (direction === 'down' && index < last) return move(survey, path, list, index + 2);
  if (!isPage(survey, parent)) return move(survey, path, parent.slice(0, -1), (parent.at(-1) as number) + (direction === 'up' ? 0 : 1));
  if (direction === 'out' || parent.length === 0) return null;
  const page: Path = ['pages', (parent[1] as number) + (direction === 'up' ? -1 : 1)];
  if (get(survey, page) === undefined) return null;
  const inside = insideOf(survey, page);
  return move(survey, path, inside, direction === 'up' ? listAt(survey, inside).length : 0);
}

const naming = new Set(['setToName', 'fromName', 'gotoName', 'valueName']);

/** Gives an element another name, and those expressions, texts and triggers that speak of it follow. */
export function rename(survey: JsonObject, path: Path, name: string): JsonObject {
  const old = nameOf(objectAt(survey, path));
  let next = survey;
  if (old !== '' && elementsOf(survey).filter(({ element }) => nameOf(element) === old).length === 1) {
    const inBraces = new RegExp(`\\{(panel\\.)?${old.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=[}.[-])`, 'g');
    next = mapStrings(survey, (text, member) =>
      naming.has(member) && text === old && member !== 'valueName' ? name : text.replace(inBraces, (_, panel: string | undefined) => `{${panel ?? ''}${name}`)) as JsonObject;
  }
  return set(next, [...path, 'name'], name);
}

/** The value of a choice, row or column. */
export function valueOf(item: Json): string {
  return isObject(item) ? String(item['value'] ?? item['name'] ?? '') : String(item ?? '');
}

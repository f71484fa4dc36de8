// JSON as it is edited: never changed in place, so that what came before can be kept and come back.
export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [member: string]: Json | undefined;
}

/** Where a value stands: names of members and places in arrays, from the root inwards. */
export type Path = readonly (string | number)[];

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function get(root: Json | undefined, path: Path): Json | undefined {
  let value = root;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'number') value = value[step];
    else if (isObject(value)) value = value[step];
    else return undefined;
  }
  return value;
}

export function objectAt(root: Json | undefined, path: Path): JsonObject {
  const value = get(root, path);
  return isObject(value) ? value : {};
}

export function listAt(root: Json | undefined, path: Path): Json[] {
  const value = get(root, path);
  return Array.isArray(value) ? value : [];
}

/** The same document with another value there; undefined takes the member away. Missing objects on the way come into being. */
export function set(root: JsonObject, path: Path, value: Json | undefined): JsonObject {
  return put(root, path, 0, value) as JsonObject;
}

function put(node: Json | undefined, path: Path, depth: number, value: Json | undefined): Json | undefined {
  if (depth === path.length) return value;
  const step = path[depth]!;
  if (typeof step === 'number') {
    const copy = Array.isArray(node) ? [...node] : [];
    copy[step] = put(copy[step], path, depth + 1, value) as Json;
    return copy;
  }
  const copy: JsonObject = isObject(node) ? { ...node } : {};
  const next = put(copy[step], path, depth + 1, value);
  if (next === undefined) delete copy[step];
  else copy[step] = next;
  return copy;
}

export function insert(root: JsonObject, list: Path, index: number, ...values: Json[]): JsonObject {
  return set(root, list, spliced(listAt(root, list), index, 0, ...values));
}

export function removeAt(root: JsonObject, list: Path, index: number): JsonObject {
  return set(root, list, spliced(listAt(root, list), index, 1));
}

export function same(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((value, i) => same(value, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => name in b && same(a[name], b[name]));
}

export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i]);
}

export function startsWith(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((step, i) => step === path[i]);
}

/** Every string of a document, each replaced by what is made of it. */
export function mapStrings(value: Json, make: (text: string, member: string) => string, member = ''): Json {
  if (typeof value === 'string') return make(value, member);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, make, member));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapStrings(inner!, make, name)]));
}

/** A list with some items replaced, as toSpliced of newer engines. */
export function spliced<T>(list: readonly T[], index: number, removed: number, ...added: T[]): T[] {
  return [...list.slice(0, index), ...added, ...list.slice(index + removed)];
}

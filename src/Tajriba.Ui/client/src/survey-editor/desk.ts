import type { JsonObject, Path } from './json';

export interface Language {
  readonly code: string;
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
}

/** What the server says of the survey: a fault must be mended before it is published, a warning may be meant so. */
export interface Remark {
  /** JSON path, as $.pages[0].elements[1].title. */
  readonly path: string;
  readonly text: string;
}

export interface Checked {
  readonly faults: readonly Remark[];
  readonly warnings: readonly Remark[];
}

/** What the page carries for the element. */
export interface EditorData extends Checked {
  readonly key: string;
  readonly definition: JsonObject;
  readonly revision: string;
  readonly published: JsonObject | null;
  readonly publishedVersion: number | null;
  readonly languages: readonly Language[];
  /** The reader's own language and the first of its digits. */
  readonly language: string;
  readonly zero: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly saveAt: string;
  readonly previewAt: string;
  readonly publishAt: string;
  readonly publishedAt: string;
}

export type Tab = 'questions' | 'logic' | 'settings' | 'json' | 'publish';

export interface ChangeOptions {
  /** Where one stands after it; else where one stood. */
  readonly at?: Path;
  /** Changes of the same name are taken back together. */
  readonly merge?: string;
  /** What screen readers say. */
  readonly say?: string;
  /** Puts the keyboard on what one stands on. */
  readonly focus?: boolean;
}

/** What every part of the editor works on. */
export interface Desk {
  readonly data: EditorData;
  readonly survey: JsonObject;
  readonly at: Path;
  /** The languages that texts are written in, the survey's own first. */
  readonly languages: readonly Language[];
  readonly own: string;
  readonly checked: Checked;
  /** What the parts remember between two drawings, by their own keys: an open drawer, a half-typed text. */
  readonly memory: Map<string, unknown>;
  t(key: string, ...values: string[]): string;
  digits(text: string | number): string;
  change(survey: JsonObject, options?: ChangeOptions): void;
  go(at: Path, options?: { focus?: boolean; tab?: Tab }): void;
  say(text: string): void;
  draw(): void;
}

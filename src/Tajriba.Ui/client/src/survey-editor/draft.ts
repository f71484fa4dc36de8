import type { Checked, EditorData } from './desk';
import { isObject, same, type JsonObject } from './json';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

/** What somebody else saved in the meantime. */
export interface Theirs {
  readonly definition: JsonObject;
  readonly revision: string;
  readonly by: string;
}

interface Kept {
  readonly revision: string;
  readonly definition: JsonObject;
}

/** Carries the draft to the server, some moments after the last change; until it has arrived it is kept in the browser. */
export class Draft {
  state: SaveState = 'saved';
  theirs: Theirs | null = null;
  private revision: string;
  private waiting: JsonObject | null = null;
  private timer = 0;
  private tries = 0;
  private readonly place: string;

  constructor(private readonly data: EditorData, private readonly heard: (checked: Checked | null) => void) {
    this.revision = data.revision;
    this.place = `tajriba.survey.${data.key}`;
  }

  get currentRevision(): string {
    return this.revision;
  }

  /** What did not reach the server the last time. */
  left(): JsonObject | null {
    const kept = this.kept();
    if (!kept) return null;
    if (same(kept.definition, this.data.definition)) {
      // It did arrive, as the page was left.
      localStorage.removeItem(this.place);
      return null;
    }
    if (kept.revision !== this.revision) {
      this.theirs = { definition: this.data.definition, revision: this.revision, by: '' };
      this.state = 'conflict';
    }
    return kept.definition;
  }

  private kept(): Kept | null {
    try {
      const kept = JSON.parse(localStorage.getItem(this.place) ?? 'null') as Kept | null;
      return kept !== null && isObject(kept.definition) ? kept : null;
    } catch {
      return null;
    }
  }

  take(definition: JsonObject): void {
    this.waiting = definition;
    this.keep(definition);
    if (this.state === 'conflict') return;
    if (this.state !== 'saving') this.state = 'waiting';
    this.later(700);
  }

  private keep(definition: JsonObject): void {
    try {
      localStorage.setItem(this.place, JSON.stringify({ revision: this.revision, definition } satisfies Kept));
    } catch {
      // No room there: the draft still stands on the page and goes to the server.
    }
  }

  private later(delay: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), delay);
  }

  /** Sends what waits; at once when the page is left. */
  async save(leaving = false): Promise<void> {
    clearTimeout(this.timer);
    const definition = this.waiting;
    if (definition === null || this.state === 'conflict' || (this.state === 'saving' && !leaving)) return;
    this.waiting = null;
    this.state = 'saving';
    this.heard(null);
    try {
      const answer = await fetch(this.data.saveAt, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', accept: 'application/json', 'if-match': `"${this.revision}"` },
        body: JSON.stringify(definition),
        keepalive: leaving,
      });
      if (answer.status === 409 || answer.status === 412) return this.conflict(definition, (await answer.json()) as Theirs);
      if (!answer.ok) throw new Error(String(answer.status));
      const body = (await answer.json()) as Checked & { revision: string };
      this.revision = body.revision;
      this.tries = 0;
      this.state = this.waiting === null ? 'saved' : 'waiting';
      if (this.waiting === null) localStorage.removeItem(this.place);
      else this.keep(this.waiting);
      this.heard(body);
      if (this.waiting !== null) this.later(300);
    } catch {
      this.waiting ??= definition;
      this.state = 'failed';
      this.heard(null);
      this.later(Math.min(2000 * 2 ** this.tries++, 60_000));
    }
  }

  private conflict(definition: JsonObject, theirs: Theirs): void {
    if (same(theirs.definition, definition)) {
      // What was sent as the page was left had not arrived yet when it was opened again.
      this.revision = theirs.revision;
      this.state = this.waiting === null ? 'saved' : 'waiting';
      if (this.waiting === null) localStorage.removeItem(this.place);
      else this.take(this.waiting);
      return this.heard(null);
    }
    this.waiting ??= definition;
    this.theirs = theirs;
    this.state = 'conflict';
    this.heard(null);
  }

  /** Mine stands: it is saved over theirs. */
  keepMine(mine: JsonObject): void {
    this.revision = this.theirs?.revision ?? this.revision;
    this.theirs = null;
    this.state = 'waiting';
    this.take(mine);
    void this.save();
  }

  /** Theirs stands; the caller shows it, and can undo that. */
  takeTheirs(): JsonObject | null {
    const theirs = this.theirs;
    if (!theirs) return null;
    this.revision = theirs.revision;
    this.theirs = null;
    this.waiting = null;
    this.state = 'saved';
    localStorage.removeItem(this.place);
    return theirs.definition;
  }
}

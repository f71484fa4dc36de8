import type { JsonObject, Path } from './json';

export interface Moment {
  readonly survey: JsonObject;
  readonly at: Path;
}

/** What was, what is, what was taken back. Typing into one field is one change. */
export class History {
  private past: Moment[] = [];
  private future: Moment[] = [];
  private merging = '';
  private since = 0;

  constructor(private current: Moment, private readonly clock: () => number = () => Date.now()) {}

  get now(): Moment {
    return this.current;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Changes with the same key within two seconds of each other are taken back together. */
  push(next: Moment, merge = ''): void {
    const at = this.clock();
    if (merge === '' || merge !== this.merging || at - this.since > 2000) {
      this.past.push(this.current);
      if (this.past.length > 500) this.past.shift();
    }
    this.merging = merge;
    this.since = at;
    this.future = [];
    this.current = next;
  }

  /** Where one looks is no change; going back leads there again. */
  look(at: Path): void {
    this.current = { survey: this.current.survey, at };
    this.merging = '';
  }

  undo(): void {
    const before = this.past.pop();
    if (!before) return;
    this.future.push(this.current);
    this.current = before;
    this.merging = '';
  }

  redo(): void {
    const after = this.future.pop();
    if (!after) return;
    this.past.push(this.current);
    this.current = after;
    this.merging = '';
  }
}

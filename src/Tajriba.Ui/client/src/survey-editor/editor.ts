import { html, nothing, render, type TemplateResult } from 'lit-html';
import { dataOf } from '../data';
import type { ChangeOptions, Checked, Desk, EditorData, Language, Tab } from './desk';
import { Draft, type SaveState } from './draft';
import { History } from './history';
import { get, type JsonObject, type Path } from './json';
import { jsonView } from './json-view';
import { languagesOf, ownLanguage } from './localized';
import { logicView } from './logic-view';
import { pagesOf, within } from './model';
import { outline } from './outline';
import { button, icon } from './pieces';
import { Preview } from './preview';
import { publishView } from './publish-view';
import { properties } from './question';
import { settingsView } from './settings-view';

const tabs: readonly Tab[] = ['questions', 'logic', 'settings', 'json', 'publish'];

/** The survey editor. Every deed is a change of the survey's JSON: it can be taken back, and it is saved by itself. */
class SurveyEditor extends HTMLElement implements Desk {
  data!: EditorData;
  checked: Checked = { faults: [], warnings: [] };
  readonly memory = new Map<string, unknown>();
  private history!: History;
  private draft!: Draft;
  private preview!: Preview;
  private room!: HTMLElement;
  private tab: Tab = 'questions';
  private said = '';
  private due = false;
  private focusRow = false;
  private publishing = false;
  private problem = '';

  connectedCallback(): void {
    const data = dataOf<EditorData>(this);
    if (!data || this.room) return;
    this.data = data;
    this.checked = data;
    this.draft = new Draft(data, (checked) => {
      if (checked) this.checked = checked;
      this.draw();
    });
    this.history = new History({ survey: data.definition, at: this.first(data.definition) });
    const left = this.draft.left();
    if (left) this.history.push({ survey: left, at: this.first(left) });
    if (left && this.draft.state !== 'conflict') this.draft.take(left);
    this.preview = new Preview(this);
    this.room = document.createElement('div');
    this.room.className = 'survey-editor';
    this.querySelector('[data-plain]')?.remove();
    this.append(this.room);
    this.addEventListener('keydown', (event) => this.keyed(event));
    window.addEventListener('pagehide', () => void this.draft.save(true));
    this.draw();
  }

  /** The first question, or the first page where there is none. */
  private first(survey: JsonObject): Path {
    const page = pagesOf(survey)[0];
    return page ? (within(survey, page.path)[0]?.path ?? page.path) : [];
  }

  get survey(): JsonObject {
    return this.history.now.survey;
  }

  get at(): Path {
    return this.history.now.at;
  }

  get own(): string {
    return ownLanguage(this.survey);
  }

  get languages(): readonly Language[] {
    const known = this.data.languages;
    const more = languagesOf(this.survey).filter((code) => !known.some((l) => l.code === code)).map((code): Language => ({ code, name: code, dir: 'ltr' }));
    return [...known, ...more].sort((a, b) => Number(b.code === this.own) - Number(a.code === this.own));
  }

  t(key: string, ...values: string[]): string {
    return (this.data.texts[key] ?? key).replace(/\{(\d)\}/g, (_, i: string) => values[Number(i)] ?? '');
  }

  digits(text: string | number): string {
    const zero = this.data.zero.charCodeAt(0);
    return String(text).replace(/\d/g, (c) => String.fromCharCode(zero + Number(c)));
  }

  change(survey: JsonObject, options: ChangeOptions = {}): void {
    this.memory.delete('removed');
    this.history.push({ survey, at: options.at ?? this.at }, options.merge);
    this.changed(options.say, options.focus);
  }

  go(at: Path, options: { focus?: boolean; tab?: Tab } = {}): void {
    this.history.look(at);
    if (options.tab) this.tab = options.tab;
    this.focusRow = options.focus ?? false;
    this.draw();
  }

  say(text: string): void {
    // A screen reader says only what is new.
    this.said = text === this.said ? `${text}\u00a0` : text;
    this.draw();
  }

  private changed(say?: string, focus = false): void {
    if (get(this.survey, this.at) === undefined) this.history.look(this.first(this.survey));
    this.focusRow = focus;
    this.draft.take(this.survey);
    if (say) this.say(say);
    this.draw();
  }

  private undo(): void {
    if (!this.history.canUndo) return;
    this.memory.delete('removed');
    this.history.undo();
    this.changed(this.t('Undone'));
  }

  private redo(): void {
    if (!this.history.canRedo) return;
    this.history.redo();
    this.changed(this.t('Redone'));
  }

  private keyed(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) this.undo();
    else if (key === 'y' || (key === 'z' && event.shiftKey)) this.redo();
    else if (key === 's') void this.draft.save();
    else return;
    event.preventDefault();
  }

  draw(): void {
    if (this.due) return;
    this.due = true;
    queueMicrotask(() => {
      this.due = false;
      this.preview.follow(this.survey, this.at);
      render(this.whole(), this.room);
      this.focusWhere();
    });
  }

  private focusWhere(): void {
    const wanted = this.memory.get('focus') as string | undefined;
    this.memory.delete('focus');
    if (wanted === 'title') this.room.querySelector<HTMLElement>('.se-properties .se-localized :is(input, textarea)')?.focus();
    else if (wanted !== undefined) this.room.querySelector<HTMLElement>(`#${wanted}`)?.focus();
    else if (this.focusRow) this.room.querySelector<HTMLElement>('.se-row-name[aria-current]')?.focus();
    this.focusRow = false;
  }

  private whole(): TemplateResult {
    const { preview } = this;
    return html`
      <div class="se-bar">
        <div class="se-tabs" role="tablist" aria-label=${this.t('Parts')} @keydown=${(event: KeyboardEvent) => this.tabKeyed(event)}>${tabs.map((tab) => this.tabButton(tab))}</div>
        <div class="se-deeds">
          ${this.state()}
          ${button("arrow-back-up", this.t('Undo'), () => this.undo(), { disabled: !this.history.canUndo, keys: 'Control+Z' })}
          ${button("arrow-forward-up", this.t('Redo'), () => this.redo(), { disabled: !this.history.canRedo, keys: 'Control+Shift+Z' })}
          ${preview.tools()}
        </div>
      </div>
      ${this.conflict()}${this.removed()}
      <div class="se-body ${this.tab === 'questions' ? 'with-outline' : ''} preview-${preview.device}">
        ${this.tab === 'questions' ? outline(this) : nothing}
        <div class="se-main" role="tabpanel" id="se-panel" aria-label=${this.t(`Tab.${this.tab}`)}>${this.view()}</div>
        ${preview.render()}
      </div>
      <p class="visually-hidden" role="status" aria-live="polite">${this.said}</p>`;
  }

  private view(): TemplateResult {
    switch (this.tab) {
      case 'questions': return html`<div class="se-properties card">${properties(this)}</div>`;
      case 'logic': return logicView(this);
      case 'settings': return settingsView(this);
      case 'json': return jsonView(this);
      case 'publish': return publishView(this, () => void this.publish(), this.publishing, this.problem);
    }
  }

  private tabButton(tab: Tab): TemplateResult {
    const faults = tab === 'publish' ? this.checked.faults.length : 0;
    return html`<button type="button" role="tab" class="tab ${tab === this.tab ? 'active' : ''}" aria-selected=${tab === this.tab ? 'true' : 'false'} aria-controls="se-panel" tabindex=${tab === this.tab ? 0 : -1}
      data-tab=${tab} @click=${() => this.open(tab)}>${this.t(`Tab.${tab}`)}${faults > 0 ? html`<span class="tab-count tone-bad">${this.digits(faults)}</span>` : nothing}</button>`;
  }

  private open(tab: Tab): void {
    this.tab = tab;
    this.memory.delete('json.wrong');
    this.draw();
  }

  private tabKeyed(event: KeyboardEvent): void {
    const forward = getComputedStyle(this).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(this.tab) + (event.key === forward ? 1 : tabs.length - 1)) % tabs.length]!;
    this.open(next);
    queueMicrotask(() => this.room.querySelector<HTMLElement>(`[data-tab=${next}]`)?.focus());
  }

  private state(): TemplateResult {
    const state: SaveState = this.draft.state;
    const shown = { saved: icon("cloud-check"), waiting: icon("cloud-up"), saving: icon("cloud-up"), failed: icon("cloud-off"), conflict: icon("alert-triangle") }[state];
    const tone = state === 'failed' || state === 'conflict' ? 'tone-warning' : 'muted';
    return html`<span class="se-state ${tone}" role="status" data-state=${state}>${shown}${this.t(`State.${state === 'waiting' ? 'saving' : state}`)}</span>`;
  }

  private conflict(): TemplateResult | typeof nothing {
    const { theirs } = this.draft;
    if (!theirs) return nothing;
    return html`<div class="alert alert-warning se-conflict" role="alert">${icon("alert-triangle")}<div><strong class="alert-title">${theirs.by === '' ? this.t('ConflictLeft') : this.t('ConflictBy', theirs.by)}</strong>
      <p>${this.t('ConflictText')}</p>
      <div class="row-flow">${button("device-floppy", this.t('KeepMine'), () => { this.draft.keepMine(this.survey); this.draw(); }, { text: this.t('KeepMine'), kind: 'btn-primary' })}
      ${button("replace", this.t('TakeTheirs'), () => this.takeTheirs(), { text: this.t('TakeTheirs') })}</div></div></div>`;
  }

  private takeTheirs(): void {
    const theirs = this.draft.takeTheirs();
    if (!theirs) return;
    // One step back brings mine again.
    this.history.push({ survey: theirs, at: this.first(theirs) });
    this.draw();
  }

  private removed(): TemplateResult | typeof nothing {
    if (this.memory.get('removed') !== true) return nothing;
    return html`<div class="se-undo" role="status"><span>${this.t('Removed')}</span>${button("arrow-back-up", this.t('Undo'), () => this.undo(), { text: this.t('Undo') })}</div>`;
  }

  private async publish(): Promise<void> {
    this.publishing = true;
    this.problem = '';
    this.draw();
    await this.draft.save();
    try {
      const answer = await fetch(this.data.publishAt, { method: 'POST', headers: { 'if-match': `"${this.draft.currentRevision}"`, accept: 'application/json' } });
      if (answer.ok) return location.assign(this.data.publishedAt);
      this.problem = this.t(answer.status === 409 || answer.status === 412 ? 'PublishConflict' : 'NotPublished');
    } catch {
      this.problem = this.t('NotPublished');
    }
    this.publishing = false;
    this.draw();
  }
}

customElements.define('t-survey-editor', SurveyEditor);

import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { Desk } from './desk';
import type { JsonObject, Path } from './json';
import { button, select } from './pieces';

export type Device = 'off' | 'phone' | 'desktop';

/** The respondent's page as the server makes it of this draft, in a frame without scripts; answers lead on, and nothing is stored. */
export class Preview {
  device: Device;
  language: string;
  private page = '';
  private fields: [string, string][] = [];
  private answers: JsonObject = {};
  private failed = false;
  private timer = 0;
  private turn = 0;
  private seen: JsonObject | null = null;
  private content = '';

  constructor(private readonly desk: Desk) {
    this.language = desk.data.language;
    this.device = matchMedia('(min-width: 76rem)').matches ? 'phone' : 'off';
  }

  /** Follows the draft and the page on which one stands. */
  follow(survey: JsonObject, at: Path): void {
    const page = at[0] === 'pages' && typeof at[1] === 'number' ? String(at[1]) : this.page;
    if (this.device === 'off' || (survey === this.seen && page === this.page)) return;
    // A change of the draft shows the page anew; what was answered before stays.
    this.fields = [];
    this.page = page;
    this.seen = survey;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.load(), 350);
  }

  show(device: Device): void {
    this.device = this.device === device ? 'off' : device;
    this.seen = null;
    this.desk.draw();
  }

  private async load(): Promise<void> {
    const turn = ++this.turn;
    try {
      const answer = await fetch(this.desk.data.previewAt, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ definition: this.seen, language: this.language, page: Number(this.page), answers: this.answers, fields: this.fields }),
      });
      const next = (await answer.json()) as { html: string; answers: JsonObject };
      if (turn !== this.turn) return;
      this.failed = !answer.ok;
      // No script would run in the frame; the browser need not complain of that.
      if (answer.ok) [this.content, this.answers] = [next.html.replace(/<script\b[^>]*><\/script>/g, ''), next.answers];
    } catch {
      this.failed = true;
    }
    this.desk.draw();
  }

  private again(): void {
    this.fields = [];
    this.answers = {};
    void this.load();
  }

  /** Whoever presses on gets the page that the server shows next. */
  private listen(frame: HTMLIFrameElement): void {
    frame.contentDocument?.addEventListener('click', (event) => {
      const target = event.target as Element;
      const pressed = target.closest<HTMLButtonElement>('button, input[type=submit]');
      if (target.closest('a')) event.preventDefault();
      if (!pressed?.form || pressed.type !== 'submit') return;
      event.preventDefault();
      const FrameFormData = (frame.contentWindow as unknown as { FormData: typeof FormData }).FormData;
      this.fields = [...new FrameFormData(pressed.form, pressed)].filter((field): field is [string, string] => typeof field[1] === 'string');
      void this.load();
    });
  }

  render(): TemplateResult | typeof nothing {
    if (this.device === 'off') return nothing;
    const { desk } = this;
    return html`<section class="se-preview se-${this.device}" aria-label=${desk.t('Preview')}>
      <div class="se-preview-tools">
        ${select('se-preview-language', desk.data.languages.map((l) => [l.code, l.name] as const), this.language, (code) => { this.language = code; this.again(); }, desk.t('PreviewLanguage'))}
        ${button("refresh", desk.t('StartOver'), () => this.again())}
      </div>
      ${this.failed ? html`<p class="se-note tone-warning" role="status">${desk.t('NoPreview')}</p>` : nothing}
      <iframe class="se-frame" sandbox="allow-same-origin" title=${desk.t('Preview')} .srcdoc=${live(this.content)} @load=${(event: Event) => this.listen(event.target as HTMLIFrameElement)}></iframe>
    </section>`;
  }

  /** The buttons by which it is shown. */
  tools(): TemplateResult {
    const { desk } = this;
    return html`<span class="se-devices" role="group" aria-label=${desk.t('Preview')}>
      ${button("device-mobile", desk.t('OnPhone'), () => this.show('phone'), { pressed: this.device === 'phone' })}
      ${button("device-desktop", desk.t('OnDesktop'), () => this.show('desktop'), { pressed: this.device === 'desktop' })}</span>`;
  }
}

import { html, nothing, type TemplateResult } from 'lit-html';
import { differences, type Difference } from './compare';
import type { Desk } from './desk';
import { same } from './json';
import { remarks } from './json-view';
import { find } from './model';
import { titleOf } from './outline';
import { icon } from './pieces';

/** What publishing would change, what speaks against it, and the button. */
export function publishView(desk: Desk, publish: () => void, busy: boolean, problem: string): TemplateResult {
  const { published, publishedVersion } = desk.data;
  const found = published ? differences(published, desk.survey) : [];
  const unchanged = published !== null && same(published, desk.survey);
  const faults = desk.checked.faults;
  return html`<div class="se-sheet">
    <section><h2>${desk.t('Changes')}</h2>
      ${published === null ? html`<p>${desk.t('NeverPublished')}</p>` : html`<p class="muted">${desk.t('SinceVersion', desk.digits(publishedVersion ?? 0))}</p>`}
      ${unchanged ? html`<p>${desk.t('NoChanges')}</p>` : published !== null && found.length === 0 ? html`<p>${desk.t('OtherChanges')}</p>` : nothing}
      ${found.length === 0 ? nothing : html`<ul class="se-changes">${found.map((difference) => change(desk, difference))}</ul>`}
      ${found.some((d) => d.breaks.length > 0) ? html`<p class="se-note tone-warning">${icon("alert-triangle")}<span>${desk.t('BreaksHint')}</span></p>` : nothing}
    </section>
    <section><h2>${desk.t('Remarks')}</h2>
      ${remarks(desk, faults, 'bad')}${remarks(desk, desk.checked.warnings, 'warning')}
      ${faults.length + desk.checked.warnings.length === 0 ? html`<p class="tone-good">${icon("check")} ${desk.t('NothingWrong')}</p>` : nothing}
    </section>
    <div class="se-publish">
      <button type="button" class="btn btn-primary" ?disabled=${busy || unchanged || faults.length > 0} @click=${publish}>${icon("rocket")}${desk.t('Publish')}</button>
      <span class="muted">${faults.length > 0 ? desk.t('MendFirst') : unchanged ? '' : desk.t('PublishHint')}</span>
    </div>
    ${problem === '' ? nothing : html`<p class="field-error" role="alert">${problem}</p>`}
  </div>`;
}

function change(desk: Desk, difference: Difference): TemplateResult {
  const place = find(desk.survey, difference.name) ?? (desk.data.published ? find(desk.data.published, difference.name) : undefined);
  const sign = difference.kind === 'added' ? icon("plus") : difference.kind === 'removed' ? icon("minus") : icon("pencil");
  return html`<li class="se-change-${difference.kind}">${sign}<span class="badge">${desk.t(`Change.${difference.kind}`)}</span>
    <bdi>${place ? titleOf(desk, place.element) : difference.name}</bdi>
    ${difference.breaks.map((reason) => html`<span class="badge tone-warning">${desk.t(`Breaks.${reason}`)}</span>`)}</li>`;
}

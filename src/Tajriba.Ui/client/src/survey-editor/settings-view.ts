import { html, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { Desk } from './desk';
import { get, set } from './json';
import { languagesOf } from './localized';
import { checkField, labelled, localizedField, select, selectField } from './pieces';

/** What holds for the whole survey: its texts, languages, how it is walked through. */
export function settingsView(desk: Desk): TemplateResult {
  const written = languagesOf(desk.survey);
  const progress = get(desk.survey, ['showProgressBar']);
  return html`<div class="se-sheet">
    <section><h2>${desk.t('SurveyTexts')}</h2>
      ${localizedField(desk, ['title'], desk.t('SurveyTitle'))}
      ${localizedField(desk, ['description'], desk.t('Description'), { lines: 2 })}
      ${localizedField(desk, ['completedHtml'], desk.t('CompletedText'), { lines: 3, hint: desk.t('HtmlHint') })}
    </section>
    <section><h2>${desk.t('Languages')}</h2>
      ${labelled(desk.t('OwnLanguage'), 'se-locale', select('se-locale', desk.data.languages.map((l) => [l.code, l.name] as const), desk.own, (code) =>
        desk.change(set(desk.survey, ['locale'], code === 'en' ? undefined : code))), desk.t('OwnLanguageHint'))}
      <p class="field-hint">${desk.t('WrittenIn', written.map((code) => desk.data.languages.find((l) => l.code === code)?.name ?? code).join('، '))}</p>
    </section>
    <section><h2>${desk.t('Walking')}</h2>
      <label class="form-check"><input type="checkbox" class="form-check-input" .checked=${live(progress === true || (typeof progress === 'string' && progress !== 'off'))}
        @change=${(event: Event) => desk.change(set(desk.survey, ['showProgressBar'], (event.target as HTMLInputElement).checked ? true : undefined))} /><span class="form-check-label">${desk.t('ShowProgress')}</span></label>
      ${checkField(desk, ['showPrevButton'], desk.t('MayGoBack'), { otherwise: true })}
      ${checkField(desk, ['firstPageIsStarted'], desk.t('FirstPageIsStart'))}
      ${selectField(desk, ['questionOrder'], desk.t('QuestionOrder'), [['', desk.t('Order.asWritten')], ['random', desk.t('Order.random')]])}
      ${selectField(desk, ['questionsOnPageMode'], desk.t('PageMode'), [['', desk.t('Mode.standard')], ['singlePage', desk.t('Mode.singlePage')], ['questionPerPage', desk.t('Mode.questionPerPage')]])}
    </section>
  </div>`;
}

import { html, noChange, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { conditionField } from './condition';
import type { Desk } from './desk';
import { isObject, objectAt, set, type Json, type JsonObject, type Path } from './json';
import { isPage, nameOf, rename } from './model';
import { choiceShape, itemsField, namedShape, shapeOf } from './items';
import { duplicateAt, removeFrom, stepBy } from './outline';
import { button, checkField, icon, labelled, localizedField, numberField, section, select, selectField, textField, type Option } from './pieces';
import { remarkList, remarksOn } from './remarks';
import { questionTypes, typeOf } from './types';
import { validators } from './validators';

/** The properties of what is chosen: a question, a panel or a page. */
export function properties(desk: Desk): TemplateResult {
  const path = desk.at;
  if (path.length === 0 && Array.isArray(desk.survey['pages'])) return html`<p class="muted">${desk.t('ChooseQuestion')}</p>`;
  return isPage(desk.survey, path) ? pageProperties(desk, path) : questionProperties(desk, path);
}

function head(desk: Desk, path: Path, kind: TemplateResult): TemplateResult {
  return html`<div class="se-head">${kind}
    <span class="se-head-tools">
      ${button("arrow-up", desk.t('MoveUp'), () => stepBy(desk, path, 'up'), { keys: 'Alt+ArrowUp' })}
      ${button("arrow-down", desk.t('MoveDown'), () => stepBy(desk, path, 'down'), { keys: 'Alt+ArrowDown' })}
      ${button("copy", desk.t('Duplicate'), () => duplicateAt(desk, path), { keys: 'Control+D' })}
      ${button("trash", desk.t('Delete'), () => removeFrom(desk, path), { keys: 'Delete' })}
    </span></div>
    ${remarkList(remarksOn(desk, desk.checked.faults, path), 'bad')}${remarkList(remarksOn(desk, desk.checked.warnings, path), 'warning')}`;
}

function nameField(desk: Desk, path: Path): TemplateResult {
  return labelled(desk.t('Name'), 'se-name', html`<input id="se-name" class="form-control se-code" dir="ltr" autocomplete="off" spellcheck="false" .value=${live(nameOf(objectAt(desk.survey, path)))}
    @change=${(event: Event) => {
      const name = (event.target as HTMLInputElement).value.trim();
      if (name !== '') desk.change(rename(desk.survey, path, name));
      else desk.draw();
    }} />`, desk.t('NameHint'));
}

function pageProperties(desk: Desk, path: Path): TemplateResult {
  return html`${path.length > 0 ? head(desk, path, html`<h2 class="se-kind">${icon("file")}${desk.t('Page')}</h2>`) : nothing}
    ${localizedField(desk, [...path, 'title'], desk.t('Title'))}
    ${localizedField(desk, [...path, 'description'], desk.t('Description'), { lines: 2 })}
    ${path.length > 0 ? html`${nameField(desk, path)}
      ${section(desk, 'logic', desk.t('Logic'), false, html`${conditionField(desk, [...path, 'visibleIf'], desk.t('VisibleIf'))}${conditionField(desk, [...path, 'enableIf'], desk.t('EnableIf'))}`)}
      ${section(desk, 'order', desk.t('Order'), false, orderField(desk, [...path, 'questionOrder'], desk.t('QuestionOrder')))}
      ${rawSection(desk, path)}` : nothing}`;
}

function orderField(desk: Desk, path: Path, label: string): TemplateResult {
  return selectField(desk, path, label, [['', desk.t('Order.asWritten')], ['random', desk.t('Order.random')]]);
}

function questionProperties(desk: Desk, path: Path): TemplateResult {
  const element = objectAt(desk.survey, path);
  const type = typeOf(element);
  const kinds: Option[] = questionTypes.map((t) => [t.type, desk.t(`Type.${t.type}`)]);
  const at = (member: string): Path => [...path, member];
  const hasLogic = ['visibleIf', 'enableIf', 'requiredIf', 'setValueIf', 'resetValueIf', 'defaultValueExpression'].some((member) => element[member] !== undefined);
  return html`${head(desk, path, html`<div class="se-kind">${icon(type.icon)}${select('se-type', kinds, String(element['type'] ?? ''), (kind) => retype(desk, path, kind), desk.t('Kind'))}</div>`)}
    ${type.type === 'html' || type.type === 'image' ? nothing : html`${localizedField(desk, at('title'), desk.t('Title'), { lines: 2 })}`}
    ${special(desk, path, element)}
    <div class="se-flags">${type.mute ? nothing : checkField(desk, at('isRequired'), desk.t('Required'))}
      ${type.mute && type.type !== 'panel' ? nothing : checkField(desk, at('readOnly'), desk.t('ReadOnly'))}</div>
    ${type.measures ? section(desk, 'measure', desk.t('MeasureSection'), element['measure'] !== undefined, measureFields(desk, path, element, type.measures)) : nothing}
    ${section(desk, 'logic', desk.t('Logic'), hasLogic, html`
      ${conditionField(desk, at('visibleIf'), desk.t('VisibleIf'), undefined, path)}
      ${type.mute ? nothing : html`${conditionField(desk, at('requiredIf'), desk.t('RequiredIf'), undefined, path)}${conditionField(desk, at('enableIf'), desk.t('EnableIf'), undefined, path)}
        ${textField(desk, at('defaultValueExpression'), desk.t('DefaultExpression'), { code: true })}`}`)}
    ${type.validated ? section(desk, 'validators', desk.t('Validators'), element['validators'] !== undefined, validators(desk, at('validators'))) : nothing}
    ${section(desk, 'more', desk.t('More'), element['description'] !== undefined, html`
      ${type.type === 'html' ? nothing : localizedField(desk, at('description'), desk.t('Description'), { lines: 2 })}
      ${nameField(desk, path)}
      ${type.mute ? nothing : html`${localizedField(desk, at('requiredErrorText'), desk.t('RequiredText'))}
        ${checkField(desk, at('showCommentArea'), desk.t('WithComment'))}${checkField(desk, at('startWithNewLine'), desk.t('NewLine'), { otherwise: true })}`}`)}
    ${rawSection(desk, path)}`;
}

/** Another kind keeps all that it can; what it needs and has not comes from how a new one begins. */
function retype(desk: Desk, path: Path, kind: string): void {
  const element = objectAt(desk.survey, path);
  const start = questionTypes.find((t) => t.type === kind)?.start ?? {};
  const next: JsonObject = { ...element, type: kind };
  for (const [member, value] of Object.entries(start)) if (!(member in next)) next[member] = value;
  desk.change(set(desk.survey, path, next));
}

/** What only this kind of question has. */
function special(desk: Desk, path: Path, element: JsonObject): TemplateResult | typeof nothing {
  const at = (member: string): Path => [...path, member];
  switch (element['type']) {
    case 'rating': return ratingFields(desk, path, element);
    case 'slider': return html`<div class="se-grid">${numberField(desk, at('min'), desk.t('Lowest'))}${numberField(desk, at('max'), desk.t('Highest'))}${numberField(desk, at('step'), desk.t('Step'))}</div>`;
    case 'text': return html`<div class="se-grid">${selectField(desk, at('inputType'), desk.t('InputType'), ['', 'number', 'date', 'datetime-local', 'time', 'month', 'email', 'tel', 'url'].map((t) => [t, desk.t(`Input.${t || 'text'}`)]))}
      ${numberField(desk, at('maxLength'), desk.t('MaxLength'))}${element['inputType'] === 'number' ? html`${numberField(desk, at('min'), desk.t('Lowest'))}${numberField(desk, at('max'), desk.t('Highest'))}` : nothing}</div>
      ${localizedField(desk, at('placeholder'), desk.t('Placeholder'))}`;
    case 'comment': return html`<div class="se-grid">${numberField(desk, at('rows'), desk.t('Lines'))}${numberField(desk, at('maxLength'), desk.t('MaxLength'))}</div>${localizedField(desk, at('placeholder'), desk.t('Placeholder'))}`;
    case 'boolean': return html`${localizedField(desk, at('labelTrue'), desk.t('LabelTrue'))}${localizedField(desk, at('labelFalse'), desk.t('LabelFalse'))}`;
    case 'html': return localizedField(desk, at('html'), desk.t('Html'), { lines: 4, hint: desk.t('HtmlHint') });
    case 'image': return html`${textField(desk, at('imageLink'), desk.t('ImageLink'), { code: true })}${localizedField(desk, at('altText'), desk.t('AltText'))}`;
    case 'expression': return textField(desk, at('expression'), desk.t('Expression'), { code: true, lines: 2 });
    case 'multipletext': return itemsField(desk, at('items'), desk.t('Items'), { ...namedShape, base: 'text' });
    case 'matrix': return html`${itemsField(desk, at('rows'), desk.t('Rows'), { ...choiceShape, base: 'row' })}${itemsField(desk, at('columns'), desk.t('Columns'), choiceShape)}
      ${checkField(desk, at('isAllRowRequired'), desk.t('AllRows'))}${orderField(desk, at('rowOrder'), desk.t('RowOrder'))}`;
    case 'matrixdropdown': return html`${itemsField(desk, at('rows'), desk.t('Rows'), { ...choiceShape, base: 'row' })}${itemsField(desk, at('columns'), desk.t('Columns'), namedShape)}${itemsField(desk, at('choices'), desk.t('Choices'), choiceShape)}`;
    case 'matrixdynamic': return html`${itemsField(desk, at('columns'), desk.t('Columns'), namedShape)}${itemsField(desk, at('choices'), desk.t('Choices'), choiceShape)}
      <div class="se-grid">${numberField(desk, at('rowCount'), desk.t('RowCount'))}${numberField(desk, at('minRowCount'), desk.t('MinRows'))}${numberField(desk, at('maxRowCount'), desk.t('MaxRows'))}</div>`;
    case 'paneldynamic': return html`<div class="se-grid">${numberField(desk, at('panelCount'), desk.t('PanelCount'))}${numberField(desk, at('minPanelCount'), desk.t('MinPanels'))}${numberField(desk, at('maxPanelCount'), desk.t('MaxPanels'))}</div>${localizedField(desk, at('templateTitle'), desk.t('TemplateTitle'))}`;
    default: return typeOf(element).choices ? choiceFields(desk, path, element) : nothing;
  }
}

function ratingFields(desk: Desk, path: Path, element: JsonObject): TemplateResult {
  const at = (member: string): Path => [...path, member];
  const own = Array.isArray(element['rateValues']);
  return html`${own ? itemsField(desk, at('rateValues'), desk.t('RateValues'), shapeOf(desk, at('rateValues'))) : html`
    <div class="se-grid">${numberField(desk, at('rateMin'), desk.t('Lowest'))}${numberField(desk, at('rateMax'), desk.t('Highest'))}${numberField(desk, at('rateStep'), desk.t('Step'))}
      ${selectField(desk, at('rateType'), desk.t('RateType'), [['', desk.t('Rate.labels')], ['stars', desk.t('Rate.stars')], ['smileys', desk.t('Rate.smileys')]])}</div>`}
    ${localizedField(desk, at('minRateDescription'), desk.t('LowWords'))}
    ${localizedField(desk, at('maxRateDescription'), desk.t('HighWords'))}`;
}

function choiceFields(desk: Desk, path: Path, element: JsonObject): TemplateResult {
  const at = (member: string): Path => [...path, member];
  // Two generations of the format name the same thing differently; a survey keeps to its own.
  const flag = (now: string, before: string): Path => at(before in element ? before : now);
  return html`${itemsField(desk, at('choices'), desk.t('Choices'), choiceShape)}
    <div class="se-flags">${element['type'] === 'ranking' || element['type'] === 'imagepicker' ? nothing : html`${checkField(desk, flag('showOtherItem', 'hasOther'), desk.t('WithOther'))}${checkField(desk, flag('showNoneItem', 'hasNone'), desk.t('WithNone'))}`}
    ${selectField(desk, at('choicesOrder'), desk.t('ChoicesOrder'), [['', desk.t('Order.asWritten')], ['asc', desk.t('Order.asc')], ['desc', desk.t('Order.desc')], ['random', desk.t('Order.random')]])}</div>`;
}

function measureFields(desk: Desk, path: Path, element: JsonObject, measures: readonly string[]): TemplateResult {
  const at = (member: string): Path => [...path, member];
  const measure = String(element['measure'] ?? '');
  const attributed = ['csi', 'kano', 'servqual'].includes(measure) && element['type'] !== 'matrix';
  const pairs: Record<string, readonly string[]> = { kano: ['functional', 'dysfunctional'], servqual: ['expectation', 'perception'] };
  return html`<div class="se-grid">
    ${selectField(desk, at('measure'), desk.t('Measures'), [['', desk.t('Measure.none')], ...measures.map((m) => [m, desk.t(`Measure.${m}`)] as const)])}
    ${attributed ? textField(desk, at('attribute'), desk.t('Attribute'), { code: true, hint: desk.t('AttributeHint') }) : nothing}
    ${measure === 'csi' ? numberField(desk, at('weight'), desk.t('Weight'), desk.t('WeightHint')) : nothing}
    ${pairs[measure] ? selectField(desk, at('pair'), desk.t('Pair'), [['', desk.t('Choose')], ...pairs[measure].map((p) => [p, desk.t(`Pair.${p}`)] as const)]) : nothing}
  </div>${element['type'] === 'matrix' && measure !== '' ? html`<small class="field-hint">${desk.t('RowsAreAttributes')}</small>` : nothing}`;
}

/** All of it as JSON: also what the editor has no field for. */
function rawSection(desk: Desk, path: Path): TemplateResult {
  const key = `raw.${path.join('.')}`;
  const wrong = desk.memory.get(`${key}.wrong`) === true;
  const take = (event: Event): void => {
    const value = read((event.target as HTMLTextAreaElement).value);
    desk.memory.set(`${key}.wrong`, value === undefined);
    if (value !== undefined) desk.change(set(desk.survey, path, value));
    else desk.draw();
  };
  const { elements, templateElements, ...shown } = objectAt(desk.survey, path);
  const kept = { ...(elements ? { elements } : {}), ...(templateElements ? { templateElements } : {}) };
  const read = (text: string): Json | undefined => {
    try {
      const value = JSON.parse(text) as Json;
      return isObject(value) ? { ...value, ...kept } : undefined;
    } catch {
      return undefined;
    }
  };
  const text = JSON.stringify(shown, null, 2);
  return section(desk, 'raw', desk.t('AsJson'), false, html`<textarea class="form-control se-code ${wrong ? 'is-invalid' : ''}" dir="ltr" spellcheck="false" rows=${Math.min(text.split('\n').length + 1, 24)} aria-label=${desk.t('AsJson')}
    aria-invalid=${wrong ? 'true' : 'false'} .value=${wrong ? noChange : live(text)} @change=${take}></textarea>${wrong ? html`<p class="field-error" role="alert">${desk.t('NotJson')}</p>` : nothing}`);
}

import type { JsonObject } from './json';

/** What a kind of question is made of, as far as the editor has own fields for it; everything else is kept and seen as JSON. */
export interface QuestionType {
  readonly type: string;
  readonly icon: string;
  readonly group: 'choice' | 'scale' | 'text' | 'table' | 'rest';
  /** What a new one begins with. */
  readonly start?: JsonObject;
  readonly choices?: boolean;
  readonly rows?: boolean;
  readonly columns?: boolean;
  readonly validated?: boolean;
  /** Measures that may be taken with it. */
  readonly measures?: readonly string[];
  /** It asks nothing. */
  readonly mute?: boolean;
  /** The member that holds what stands inside it. */
  readonly holds?: 'elements' | 'templateElements';
}

const choice = { choices: ['1', '2', '3'] };
const scales = ['nps', 'csat', 'ces', 'csi', 'enps', 'servqual'];

// The sprite of icons is made of the names that stand here in double quotes.
export const questionTypes: readonly QuestionType[] = [
  { type: 'radiogroup', icon: "circle-dot", group: 'choice', start: choice, choices: true, measures: ['csat', 'ces', 'csi', 'kano', 'servqual'] },
  { type: 'checkbox', icon: "square-check", group: 'choice', start: choice, choices: true },
  { type: 'dropdown', icon: "select", group: 'choice', start: choice, choices: true, measures: ['csat', 'ces', 'csi', 'kano', 'servqual'] },
  { type: 'tagbox', icon: "tags", group: 'choice', start: choice, choices: true },
  { type: 'boolean', icon: "toggle-left", group: 'choice' },
  { type: 'imagepicker', icon: "photo", group: 'choice', start: { choices: [] }, choices: true },
  { type: 'ranking', icon: "list-numbers", group: 'choice', start: choice, choices: true },
  { type: 'rating', icon: "star", group: 'scale', start: { rateMin: 1, rateMax: 5 }, measures: scales },
  { type: 'slider', icon: "adjustments-horizontal", group: 'scale', start: { min: 0, max: 100 }, validated: true, measures: scales },
  { type: 'text', icon: "cursor-text", group: 'text', validated: true },
  { type: 'comment', icon: "message", group: 'text', validated: true },
  { type: 'multipletext', icon: "forms", group: 'text', start: { items: [{ name: 'text1' }, { name: 'text2' }] } },
  { type: 'matrix', icon: "table", group: 'table', start: { columns: ['1', '2', '3', '4', '5'], rows: ['row1', 'row2'] }, rows: true, columns: true, measures: ['csat', 'ces', 'csi', 'kano', 'servqual'] },
  { type: 'matrixdropdown', icon: "table-options", group: 'table', start: { columns: [{ name: 'column1' }], rows: ['row1'], ...choice }, rows: true, columns: true, choices: true },
  { type: 'matrixdynamic', icon: "table-plus", group: 'table', start: { columns: [{ name: 'column1' }], ...choice }, columns: true, choices: true },
  { type: 'panel', icon: "folder", group: 'rest', start: { elements: [] }, mute: true, holds: 'elements' },
  { type: 'paneldynamic', icon: "folders", group: 'rest', start: { templateElements: [] }, holds: 'templateElements' },
  { type: 'html', icon: "code", group: 'rest', start: { html: '' }, mute: true },
  { type: 'image', icon: "photo-scan", group: 'rest', mute: true },
  { type: 'expression', icon: "calculator", group: 'rest', start: { expression: '' } },
];

export const groups = ['choice', 'scale', 'text', 'table', 'rest'] as const;

const unknown: QuestionType = { type: '', icon: "forms", group: 'rest' };

export function typeOf(element: JsonObject): QuestionType {
  return questionTypes.find((t) => t.type === element['type']) ?? unknown;
}

/** New questions that measure, ready to ask: the scale and the member that says what it measures. */
export const measuring: readonly { key: string; icon: string; start: JsonObject }[] = [
  { key: 'nps', icon: "gauge", start: { type: 'rating', rateMin: 0, rateMax: 10, measure: 'nps' } },
  { key: 'csat', icon: "mood-smile", start: { type: 'rating', rateMin: 1, rateMax: 5, measure: 'csat' } },
  { key: 'ces', icon: "feather", start: { type: 'rating', rateMin: 1, rateMax: 7, measure: 'ces' } },
];

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences } from '../src/survey-editor/compare';
import { format, parse, typed, type Condition } from '../src/survey-editor/expression';
import { History } from '../src/survey-editor/history';
import { choiceShape, fromLines } from '../src/survey-editor/items';
import { get, same, type JsonObject, type Path } from '../src/survey-editor/json';
import { textIn, withText } from '../src/survey-editor/localized';
import { add, addPage, duplicate, elementsOf, find, move, nameOf, remove, rename, step } from '../src/survey-editor/model';

const survey: JsonObject = {
  'x-mine': { kept: true },
  pages: [
    { name: 'p1', elements: [{ type: 'rating', name: 'nps', 'x-own': 1 }, { type: 'panel', name: 'group', elements: [{ type: 'text', name: 'inner', visibleIf: '{nps} > 6' }] }, { type: 'comment', name: 'why', title: 'You said {nps}' }] },
    { name: 'p2', elements: [{ type: 'text', name: 'last', visibleIf: "{why} notempty and {why-Comment} = '{'" }] },
  ],
  triggers: [{ type: 'copyvalue', setToName: 'why', fromName: 'nps', expression: '{nps} = 1' }],
};
const names = (s: JsonObject): string[] => elementsOf(s).map(({ element }) => nameOf(element));

test('conditions go to rows and back without loss', () => {
  const conditions: Condition[] = [
    { join: 'and', rows: [{ name: 'a', operator: '=', value: "it's \\ \"so\"" }] },
    { join: 'or', rows: [{ name: 'a.b', operator: '>=', value: -1.5 }, { name: 'c', operator: 'empty' }] },
    { join: 'and', rows: [{ name: 'q', operator: 'anyof', value: ['x, y', 2, true] }, { name: 'ف', operator: 'contains', value: 'سلام' }] },
    { join: 'and', rows: [{ name: 'q', operator: '<>', value: false }] },
    { join: 'and', rows: [] },
  ];
  for (const condition of conditions) assert.deepEqual(parse(format(condition)), condition);
  let seed = 7;
  const next = (n: number): number => (seed = (seed * 16807) % 2147483647) % n;
  const letters = 'ab \'"\\{},[]=ی1.';
  for (let i = 0; i < 500; i++) {
    const value = Array.from({ length: next(8) }, () => letters[next(letters.length)]).join('');
    const condition: Condition = { join: 'or', rows: [{ name: 'q1', operator: '=', value }, { name: 'q2', operator: 'noneof', value: [value, next(9) - 4] }] };
    assert.deepEqual(parse(format(condition)), condition);
  }
});

test('what is more than rows stays text', () => {
  for (const text of ['{a} = 1 and {b} = 2 or {c} = 3', '({a} = 1)', "iif({a} > 1, 'x', 'y')", '{a} + 1 > 2', '{a} = {b}', '{a} =', 'and', '{a} = 1 and']) assert.equal(parse(text), null, text);
  assert.deepEqual(parse("{a} == 'x' AND {b} != 2")?.rows.map((r) => r.operator), ['=', '<>']);
  assert.deepEqual(['7', 'true', 'seven', '07:30'].map(typed), [7, true, 'seven', '07:30']);
});

test('moving by steps crosses pages and panels and comes back', () => {
  const at: Path = ['pages', 0, 'elements', 2];
  const down = step(survey, at, 'down')!;
  assert.deepEqual(down.at, ['pages', 1, 'elements', 0]);
  const back = step(down.survey, down.at, 'up')!;
  assert.ok(same(back.survey, survey));
  const inside = step(survey, at, 'in')!;
  assert.deepEqual(names(inside.survey), ['nps', 'group', 'inner', 'why', 'last']);
  assert.equal(nameOf(get(inside.survey, inside.at) as JsonObject), 'why');
  assert.deepEqual(step(inside.survey, inside.at, 'out')!.at, ['pages', 0, 'elements', 2]);
  assert.equal(step(survey, ['pages', 0, 'elements', 0], 'up'), null);
  assert.deepEqual(step(survey, ['pages', 0], 'down')!.at, ['pages', 1]);
});

test('no move loses or doubles a question, and none goes inside itself', () => {
  const lists: Path[] = [['pages', 0, 'elements'], ['pages', 1, 'elements'], ['pages', 0, 'elements', 1, 'elements']];
  for (const { path: from } of elementsOf(survey)) {
    for (const list of lists) {
      for (let i = 0; i <= (get(survey, list) as unknown[]).length; i++) {
        const done = move(survey, from, list, i);
        if (done === null) continue;
        assert.deepEqual(names(done.survey).sort(), names(survey).sort());
        assert.ok(same(get(done.survey, done.at), get(survey, from)));
      }
    }
  }
  assert.equal(move(survey, ['pages', 0, 'elements', 1], ['pages', 0, 'elements', 1, 'elements'], 0), null);
});

test('a new name is followed by conditions, texts and triggers, and nothing unknown is touched', () => {
  const renamed = rename(survey, ['pages', 0, 'elements', 0], 'score');
  assert.equal(find(renamed, 'inner')!.element['visibleIf'], '{score} > 6');
  assert.equal(find(renamed, 'why')!.element['title'], 'You said {score}');
  assert.equal(get(renamed, ['triggers', 0, 'fromName']), 'score');
  assert.equal(find(renamed, 'score')!.element['x-own'], 1);
  assert.deepEqual(renamed['x-mine'], { kept: true });
  assert.ok(same(rename(renamed, ['pages', 0, 'elements', 0], 'nps'), survey));
  assert.equal(find(rename(survey, ['pages', 0, 'elements', 2], 'because'), 'last')!.element['visibleIf'], "{because} notempty and {because-Comment} = '{'");
});

test('adding, duplicating and removing keep names apart', () => {
  const added = add(survey, { type: 'text', name: 'new' }, ['pages', 0, 'elements', 1]);
  assert.deepEqual(added.at, ['pages', 0, 'elements', 1, 'elements', 1]);
  const twice = duplicate(survey, ['pages', 0, 'elements', 1]);
  assert.equal(new Set(names(twice.survey)).size, names(twice.survey).length);
  assert.ok(same(remove(twice.survey, twice.at).survey, survey));
  const root = addPage({ elements: [{ type: 'text', name: 'a' }] });
  assert.deepEqual(names(root.survey), ['a']);
  assert.deepEqual(root.at, ['pages', 1]);
});

test('typing is taken back at once, deeds one by one', () => {
  let now = 0;
  const history = new History({ survey: {}, at: [] }, () => now);
  for (const text of ['a', 'ab', 'abc']) history.push({ survey: { title: text }, at: [] }, 'title');
  history.push({ survey: { title: 'abc', locale: 'fa' }, at: [] });
  history.undo();
  assert.deepEqual(history.now.survey, { title: 'abc' });
  history.undo();
  assert.deepEqual(history.now.survey, {});
  history.redo();
  assert.deepEqual(history.now.survey, { title: 'abc' });
  now = 5000;
  history.push({ survey: { title: 'abcd' }, at: [] }, 'title');
  history.undo();
  assert.deepEqual(history.now.survey, { title: 'abc' });
});

test('texts live in their language, one alone as a plain string', () => {
  let value = withText(undefined, 'en', 'en', 'Hello');
  assert.equal(value, 'Hello');
  value = withText(value, 'fa', 'en', 'سلام');
  assert.deepEqual(value, { default: 'Hello', fa: 'سلام' });
  assert.equal(textIn(value, 'ar', 'en'), '');
  assert.equal(withText(value, 'fa', 'en', ''), 'Hello');
  assert.equal(withText('Hello', 'en', 'en', ''), undefined);
});

test('pasted lines keep what known choices have', () => {
  const known = [{ value: 'a', text: { default: 'A', fa: 'الف' }, visibleIf: '{x} = 1' }, 'b'];
  assert.deepEqual(fromLines('b\na | Alpha\n\nc|See', known, 'en', 'en', choiceShape), ['b', { value: 'a', text: { default: 'Alpha', fa: 'الف' }, visibleIf: '{x} = 1' }, { value: 'c', text: 'See' }]);
});

test('a changed scale or wording breaks comparison, another translation does not', () => {
  const one = (element: JsonObject): JsonObject => ({ elements: [{ type: 'rating', name: 'q', title: 'How?', ...element }] });
  const breaks = (a: JsonObject, b: JsonObject): unknown => differences(one(a), one(b))[0]?.breaks;
  assert.deepEqual(breaks({}, { rateMax: 7 }), ['scale']);
  assert.deepEqual(breaks({}, { title: { default: 'How?', fa: 'چطور؟' } }), []);
  assert.deepEqual(breaks({}, { title: 'How much?' }), ['wording']);
  assert.deepEqual(breaks({ choices: ['a', 'b'] }, { choices: ['b', { value: 'a', text: 'A' }] }), []);
  assert.deepEqual(differences(one({}), { elements: [] }).map((d) => d.kind), ['removed']);
  assert.deepEqual(differences(one({}), one({})), []);
});

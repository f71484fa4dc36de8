// Conditions as people build them: rows joined by one word. What is more than that stays the text that it is.

export type Value = string | number | boolean | (string | number | boolean)[];

export interface Row {
  readonly name: string;
  readonly operator: string;
  readonly value?: Value;
}

export interface Condition {
  readonly join: 'and' | 'or';
  readonly rows: readonly Row[];
}

export const operators = ['=', '<>', '>', '>=', '<', '<=', 'empty', 'notempty', 'contains', 'notcontains', 'anyof', 'allof', 'noneof'] as const;

const aliases: Record<string, string> = {
  '==': '=', '!=': '<>', equal: '=', notequal: '<>', greater: '>', less: '<', greaterorequal: '>=', lessorequal: '<=', '*=': 'contains', contain: 'contains', notcontain: 'notcontains',
};

export function needsValue(operator: string): boolean {
  return operator !== 'empty' && operator !== 'notempty';
}

export function needsList(operator: string): boolean {
  return operator === 'anyof' || operator === 'allof' || operator === 'noneof';
}

interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'word' | 'sign';
  readonly text: string;
}

const pattern = /\s*(?:\{([^{}]+)\}|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(-?\d+(?:\.\d+)?)(?![\w.])|([A-Za-z_]\w*)|(<>|<=|>=|==|!=|\*=|[=<>[\](),]))/gy;

function tokens(text: string): Token[] | null {
  const found: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.trimEnd().length) {
    const match = pattern.exec(text);
    if (!match) return null;
    const [, name, single, double, number, word, sign] = match;
    if (name !== undefined) found.push({ kind: 'name', text: name.trim() });
    else if (single !== undefined || double !== undefined) found.push({ kind: 'text', text: (single ?? double)!.replace(/\\(.)/g, '$1') });
    else if (number !== undefined) found.push({ kind: 'number', text: number });
    else if (word !== undefined) found.push({ kind: 'word', text: word });
    else found.push({ kind: 'sign', text: sign! });
  }
  return found;
}

/** The rows of an expression; null where it cannot be shown as rows of one question, one operator and one value. */
export function parse(text: string): Condition | null {
  const all = tokens(text);
  if (!all) return null;
  let at = 0;
  const sign = (text: string): boolean => all[at]?.kind === 'sign' && all[at]!.text === text;
  const operand = (): Value | undefined => {
    const token = all[at];
    if (!token) return undefined;
    if (token.kind === 'sign' && token.text === '[') {
      const values: (string | number | boolean)[] = [];
      for (at++; all[at] && !sign(']'); ) {
        const value = operand();
        if (value === undefined || Array.isArray(value)) return undefined;
        values.push(value);
        if (sign(',')) at++;
        else if (!sign(']')) return undefined;
      }
      return all[at++] ? values : undefined;
    }
    at++;
    if (token.kind === 'text') return token.text;
    if (token.kind === 'number') return Number(token.text);
    if (token.kind === 'word' && /^(true|false)$/i.test(token.text)) return token.text.toLowerCase() === 'true';
    return undefined;
  };
  const row = (): Row | null => {
    const name = all[at++];
    const compared = all[at++];
    if (name?.kind !== 'name' || !compared || compared.kind === 'name' || compared.kind === 'text' || compared.kind === 'number') return null;
    const raw = compared.text.toLowerCase();
    const operator = aliases[raw] ?? raw;
    if (!(operators as readonly string[]).includes(operator)) return null;
    if (!needsValue(operator)) return { name: name.text, operator };
    const value = operand();
    return value === undefined ? null : { name: name.text, operator, value };
  };
  const rows: Row[] = [];
  let join: string | null = null;
  while (at < all.length) {
    const next = row();
    if (!next) return null;
    rows.push(next);
    const word = all[at++];
    if (!word) break;
    const joined = word.kind === 'word' ? word.text.toLowerCase() : '';
    if ((joined !== 'and' && joined !== 'or') || (join !== null && join !== joined) || at === all.length) return null;
    join = joined;
  }
  return { join: join === 'or' ? 'or' : 'and', rows };
}

export function format(condition: Condition): string {
  return condition.rows
    .map(({ name, operator, value }) => `{${name}} ${operator}${needsValue(operator) ? ` ${write(value ?? '')}` : ''}`)
    .join(` ${condition.join} `);
}

function write(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(write).join(', ')}]`;
  if (typeof value !== 'string') return String(value);
  return `'${value.replace(/[\\']/g, '\\$&')}'`;
}

/** What a person typed as a value: numbers and truths are those, not words. */
export function typed(text: string): string | number | boolean {
  const plain = text.trim();
  if (/^-?\d+(\.\d+)?$/.test(plain)) return Number(plain);
  if (plain === 'true' || plain === 'false') return plain === 'true';
  return text;
}

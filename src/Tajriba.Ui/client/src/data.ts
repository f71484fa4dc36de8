/** What the server put into an element as JSON. */
export function dataOf<T>(element: Element): T | null {
  const script = element.querySelector(':scope > script[type="application/json"]');
  return script?.textContent ? (JSON.parse(script.textContent) as T) : null;
}

export interface Digits {
  zero: string;
  group: string;
  point: string;
  percent: string;
}

/** A number in the reader's digits, as Show writes it. */
export function show(value: number, digits: Digits, decimals: number, percent = false): string {
  const text = Math.abs(percent ? value * 100 : value)
    .toFixed(decimals)
    .replace(/^(\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
  const zero = digits.zero.charCodeAt(0);
  const native = text.replace(/[\d,.]/g, (c) => (c === ',' ? digits.group : c === '.' ? digits.point : String.fromCharCode(zero + Number(c))));
  const sign = value < 0 && Number(text.replace(/,/g, '')) !== 0 ? '−' : '';
  return `\u2066${sign}${native}${percent ? digits.percent : ''}\u2069`;
}

/** The colour that a custom property has here and now, in a form that any drawing library reads. */
export function colour(name: string, host: Element): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  host.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

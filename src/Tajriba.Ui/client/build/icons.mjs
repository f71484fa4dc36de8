import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const literal = /"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)"/g;
const places = [
  /<(?:Tajriba\.Ui\.Pieces\.)?Icon\s[^>]*?Name="(@\((?:[^()]|\([^()]*\))*\)|[^"]*)"/g,
  /\bIcon\s*=\s*"([^"@]*|@\((?:[^()]|\([^()]*\))*\))"/g,
  /\b[Ii]con\s*[:=]>?\s*("[a-z0-9-]+")/g,
  /typeof\([\w.]+\)\s*,\s*"[^"]*"\s*,\s*("[a-z0-9-]+")/g,
  /new(?: Command)?\([^;\n]*?("[a-z0-9-]+")/g,
  /\bbutton\(("[a-z0-9-]+")/g,
  /\bicons?:\s*\[([^\]]*)\]/g,
  /\("[a-z]+", ("[a-z0-9-]+"), "[A-Za-z]+"\)/g,
];

/** One SVG file of the icons whose names stand somewhere in the sources. */
export function iconSprite(here, sources) {
  const folder = join(here, 'node_modules/@tabler/icons/icons/outline');
  const names = new Set();
  const add = (name) => {
    if (existsSync(join(folder, `${name}.svg`))) names.add(name);
  };
  for (const { text } of sources) {
    for (const place of places) {
      for (const [, found] of text.matchAll(place)) {
        if (!found.includes('"')) add(found);
        for (const [, name] of found.matchAll(literal)) add(name);
      }
    }
    // A name chosen by a switch or kept in a table: any literal on a line that speaks of icons.
    for (const line of text.split('\n')) {
      if (/icon/i.test(line)) for (const [, name] of line.matchAll(literal)) add(name);
    }
  }
  const symbols = [...names].sort().map((name) => {
    const svg = readFileSync(join(folder, `${name}.svg`), 'utf8');
    const body = svg
      .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
      .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none" ?\/>/, '')
      .replace(/\s*\n\s*/g, '');
    return `<symbol id="${name}" viewBox="0 0 24 24">${body}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">${symbols.join('')}</svg>`;
}

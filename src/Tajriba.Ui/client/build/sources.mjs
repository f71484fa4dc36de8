import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const skipped = new Set(['bin', 'obj', 'node_modules', 'wwwroot', 'client', 'Libraries']);

/** The texts in which class names and icon names may stand: every room's pages and code, and the client's own. */
export function sourcesOf(...roots) {
  const texts = [];
  for (const root of roots) walk(root, texts);
  return texts;
}

function walk(folder, texts) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) walk(join(folder, entry.name), texts);
    } else if (/\.(razor|cs|ts)$/.test(entry.name)) {
      texts.push({ name: entry.name, text: readFileSync(join(folder, entry.name), 'utf8') });
    }
  }
}

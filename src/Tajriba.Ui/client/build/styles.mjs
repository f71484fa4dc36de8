import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import esbuild from 'esbuild';
import postcss from 'postcss';

/** Tabler's sheet, reduced to what the sources use, below our own. */
export async function styleSheet(here, direction, sources) {
  const tabler = readFileSync(join(here, `node_modules/@tabler/core/dist/css/tabler${direction === 'rtl' ? '.rtl' : ''}.css`), 'utf8');
  const own = readdirSync(join(here, 'src/styles')).sort().map((name) => readFileSync(join(here, 'src/styles', name), 'utf8')).join('\n');
  const used = tokens(sources);
  const base = purge(tabler, used, own);
  const result = await esbuild.transform(`@layer base, own;@layer base{${base}}@layer own{${own}}`, { loader: 'css', minify: true, legalComments: 'none' });
  return result.code;
}

function tokens(sources) {
  const used = new Set();
  for (const { name, text } of sources) {
    if (name.endsWith('.cs')) continue;
    for (const [word] of text.matchAll(/[A-Za-z][\w-]*/g)) used.add(word);
  }
  return used;
}

function purge(css, used, own) {
  const root = postcss.parse(css);
  root.walkComments((comment) => comment.remove());
  root.walkAtRules('charset', (rule) => rule.remove());
  root.walkRules((rule) => {
    if (rule.parent.type === 'atrule' && /keyframes$/.test(rule.parent.name)) return;
    rule.selectors = rule.selectors.filter((selector) => keep(selector, used));
    if (rule.selectors.length === 0 || rule.selector === '') rule.remove();
  });
  dropUnusedVariables(root, own);
  dropUnusedKeyframes(root);
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  return root.toString();
}

function keep(selector, used) {
  // Our own tokens make the dark theme; what we drew ourselves needs nothing of Tabler's.
  if (/data-bs-theme|\.theme-dark|\.navbar|\.modal|\.offcanvas|\.dropdown|\.prose|\.markdown|\.tooltip|\.popover|\.toast|\.ribbon|\.carousel|\.nav\b|\.page-link|\.page-item|\.input-group|\.form-floating|\.was-validated|\.switch-icon|\.progress|\.badge|\.avatar|\.status|\.steps|\.placeholder|\.accordion|\.breadcrumb|\.list-group|\.datagrid|\.page-|\.empty|\.alert|\.card|\.sparkline|\.hljs|\.row-/.test(selector)) return false;
  const plain = selector.replace(/\\[:./]/g, '_').replace(/:not\([^)]*\)/g, '');
  for (const [, name] of plain.matchAll(/\.([A-Za-z][\w-]*)/g)) if (!used.has(name)) return false;
  return true;
}

// Custom properties that nothing reads, until none is left.
function dropUnusedVariables(root, own) {
  for (let dropped = 1; dropped > 0; ) {
    dropped = 0;
    const read = new Set([...(root.toString() + own).matchAll(/var\(\s*(--[\w-]+)/g)].map((m) => m[1]));
    root.walkDecls(/^--/, (declaration) => {
      if (!read.has(declaration.prop)) {
        declaration.remove();
        dropped++;
      }
    });
  }
  root.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove();
  });
}

function dropUnusedKeyframes(root) {
  const values = [];
  root.walkDecls(/^animation/, (declaration) => values.push(declaration.value));
  root.walkAtRules(/keyframes$/, (rule) => {
    if (!values.some((value) => value.includes(rule.params))) rule.remove();
  });
}

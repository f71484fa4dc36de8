import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import esbuild from 'esbuild';
import { iconSprite } from './icons.mjs';
import { sourcesOf } from './sources.mjs';
import { styleSheet } from './styles.mjs';

/** Everything in wwwroot/dist, by file name. */
export async function build(here) {
  const sources = sourcesOf(join(here, '..', '..'), join(here, 'src'));
  const files = new Map();
  const bundle = await esbuild.build({
    entryPoints: [join(here, 'src', 'main.ts')],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    chunkNames: '[name]-[hash]',
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  for (const file of bundle.outputFiles) files.set(basename(file.path), file.contents);
  for (const direction of ['ltr', 'rtl']) files.set(`${direction}.css`, await styleSheet(here, direction, sources));
  files.set('icons.svg', iconSprite(here, sources));
  files.set('emblem.svg', readFileSync(join(here, 'src', 'emblem.svg')));
  files.set('vazirmatn.woff2', readFileSync(join(here, 'node_modules/vazirmatn/misc/Non-Latin/fonts/webfonts/Vazirmatn-NL[wght].woff2')));
  return files;
}

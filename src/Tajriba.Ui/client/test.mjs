// Runs tests/*.test.ts of the client's pure parts with Node's own runner.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const outdir = join(here, 'node_modules', '.tests');
const names = readdirSync(join(here, 'tests')).filter((name) => name.endsWith('.test.ts'));
await esbuild.build({ entryPoints: names.map((name) => join(here, 'tests', name)), outdir, bundle: true, format: 'esm', platform: 'node', outExtension: { '.js': '.mjs' }, logLevel: 'warning' });
const result = spawnSync(process.execPath, ['--test', ...names.map((name) => join(outdir, name.replace(/\.ts$/, '.mjs')))], { stdio: 'inherit' });
process.exit(result.status ?? 1);

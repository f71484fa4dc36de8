// Builds what browsers load into wwwroot/dist. Run by client.targets; safe when two builds run at once.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, '..', 'wwwroot', 'dist');
const lock = join(here, '..', 'obj', 'client.lock');

mkdirSync(dirname(lock), { recursive: true });

await withLock(async () => {
  install();
  check();
  const { build } = await import('./build/assets.mjs');
  const files = await build(here);
  publish(files);
});

async function withLock(work) {
  for (let waited = 0; ; waited += 200) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const stale = existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 180_000;
      if (stale) rmSync(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
      if (waited > 300_000) throw new Error(`Another client build holds ${lock}`);
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

// npm ci only when the lock file is another than the one last installed from.
function install() {
  const stamp = join(here, 'node_modules', '.installed');
  const wanted = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}

function check() {
  run(process.execPath, [join(here, 'node_modules', 'typescript', 'bin', 'tsc'), '--project', here, '--noEmit']);
}

function run(command, args) {
  const result = spawnSync(command, args, { cwd: here, stdio: 'inherit', shell: false });
  if (result.status !== 0) {
    rmSync(lock, { recursive: true, force: true });
    process.exit(result.status ?? 1);
  }
}

// Writes each file under another name and renames it, so that a reader never sees half of one.
function publish(files) {
  mkdirSync(dist, { recursive: true });
  for (const old of readdirSync(dist)) {
    if (!files.has(old)) rmSync(join(dist, old), { force: true });
  }
  for (const [name, content] of files) {
    const target = join(dist, name);
    if (existsSync(target) && Buffer.compare(readFileSync(target), Buffer.from(content)) === 0) continue;
    const part = join(here, 'node_modules', `.part-${process.pid}`);
    writeFileSync(part, content);
    renameSync(part, target);
  }
}

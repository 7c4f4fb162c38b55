#!/usr/bin/env node
/**
 * Makes a Debian package with `dpkg-deb` out of what electron-builder says to its own packager, whose download host is
 * not reached everywhere: `CUSTOM_FPM_PATH` names this file. Takes the words that electron-builder uses, and no others.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const { said, files } = readWords(process.argv.slice(2));
const work = mkdtempSync(path.join(tmpdir(), 'make-deb-'));
try {
  for (const { from, to } of files) place(from, path.join(work, to));
  mkdirSync(path.join(work, 'DEBIAN'));
  writeFileSync(path.join(work, 'DEBIAN/control'), control());
  script('after-install', 'postinst');
  script('after-remove', 'postrm');
  chmodSync(work, 0o755);
  const words = ['--root-owner-group', '-Zgzip', '-z1', '--build', work, one('package')];
  execFileSync('dpkg-deb', words, { stdio: ['ignore', 'ignore', 'inherit'] });
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** `--name value`, `-d value` and `from=to`; what stands alone is `--force` only. */
function readWords(words) {
  const said = new Map();
  const files = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === '--force') continue;
    if (word.startsWith('-')) {
      const name = word.replace(/^-+/, '');
      said.set(name, [...(said.get(name) ?? []), words[++index]]);
      continue;
    }
    const middle = word.lastIndexOf('=');
    files.push({ from: word.slice(0, middle), to: word.slice(middle + 1) });
  }
  return { said, files };
}

/** A folder's contents, or a file, to a place in the package. */
function place(from, to) {
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

function control() {
  const [first = '', ...more] = one('description').split('\n');
  const fields = [
    ['Package', one('name')],
    ['Version', one('version')],
    ['Architecture', one('architecture')],
    ['Maintainer', one('maintainer')],
    ['Homepage', one('url')],
    ['Section', 'misc'],
    ['Priority', one('deb-priority')],
    ['Depends', (said.get('d') ?? []).join(', ')],
    ['Recommends', (said.get('deb-recommends') ?? []).join(', ')],
    ['Description', [first, ...more.map((line) => ` ${line.trim() || '.'}`)].join('\n')],
  ];
  return fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

function script(word, name) {
  const file = one(word);
  if (file === '') return;
  const target = path.join(work, 'DEBIAN', name);
  cpSync(file, target);
  chmodSync(target, 0o755);
}

function one(name) {
  return said.get(name)?.at(-1) ?? '';
}

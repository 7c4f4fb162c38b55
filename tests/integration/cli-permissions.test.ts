import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtCli } from '../support/built-cli.ts';
import { badgeSources, openAt, temporaryFolder } from '../support/temporary-library.ts';

// Root may read and write everything: then the command line runs as the user whom the system calls nobody.
const nobody = 65_534;
const asNobody = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

describe.skipIf(process.platform === 'win32')('a library whose folder the person may not use', () => {
  let folder: string;
  let library: string;
  let cli: string;
  beforeEach(async () => {
    folder = temporaryFolder();
    library = path.join(folder, 'library');
    const built = builtCli();
    cli = path.join(folder, 'out', 'cli', path.basename(built));
    cpSync(path.dirname(built), path.dirname(cli), { recursive: true });
    const opened = await openAt({ dir: library, cacheDir: path.join(folder, 'cache') });
    await opened.importFiles(badgeSources(3));
    await opened.close();
    mkdirSync(path.join(folder, 'home'), { mode: 0o777 });
    chmodAll(folder, 0o777, 0o666);
  });
  afterEach(() => chmodAll(folder, 0o777, 0o666));

  function run(...words: readonly string[]) {
    const home = path.join(folder, 'home');
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words, '--library', library], {
      ...asNobody,
      cwd: home,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: home, XDG_CACHE_HOME: path.join(home, 'cache'), NO_COLOR: '1' },
      timeout: 20_000,
    });
    return { status, text: stdout + stderr };
  }

  it('M06 may not be opened: every command says so, and none harms it', () => {
    chmodSync(library, 0o000);
    for (const words of [['list'], ['doctor'], ['import', cli, '--offline']]) {
      const { status, text } = run(...words);
      expect({ words, status }).toEqual({ words, status: 4 });
      expect(text).toContain('(store/no-permission)');
      expect(text).toContain('may not be opened or written to');
    }
    chmodSync(library, 0o777);
    expect(run('list').status).toBe(0);
  });

  it('M06 may only be read: it is shown and examined, and what would change it is refused', () => {
    chmodAll(library, 0o555, 0o444);
    const listed = run('list');
    expect(listed.status).toBe(0);
    expect(listed.text).toContain('Bicycle repair');
    expect(run('doctor').text).toContain('3 badges');
    const refused = run('import', cli, '--offline');
    expect(refused.status).toBe(4);
    expect(refused.text).toContain('(store/no-permission)');
  });
});

function chmodAll(at: string, folderMode: number, fileMode: number): void {
  chmodSync(at, 0o777);
  for (const entry of readdirSync(at, { withFileTypes: true })) {
    const inside = path.join(at, entry.name);
    if (entry.isDirectory()) chmodAll(inside, folderMode, fileMode);
    else chmodSync(inside, fileMode);
  }
  chmodSync(at, folderMode);
}

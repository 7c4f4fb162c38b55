import { describe, expect, it } from 'vitest';
import { commands } from '../../electron/cli/commands.ts';
import { checkRelease } from '../../scripts/lib/release-runtime.mjs';
import { loadedPages, riskyCode, riskyWords } from '../support/risky-code.ts';
import { readProjectFile, sourceFiles } from '../support/source-files.ts';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(readProjectFile('package.json')) as Manifest;
const builder = readProjectFile('electron-builder.yml');
const openWithOnWindows = readProjectFile('resources/windows/open-with.nsh');
/** Of the program alone: what it is called, how it is started, and what it is offered for. */
const programKey = `Software\\Classes\\Applications\\\${APP_EXECUTABLE_FILENAME}`;
const appSources = ['shared', 'electron', 'renderer'].flatMap((folder) => sourceFiles(folder));

describe('the package', () => {
  it('J11 item 19: sets every fuse as the table of fuses says', () => {
    const block = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(builder)?.[1] ?? '';
    const fuses = Object.fromEntries(
      [...block.matchAll(/^ {2}(\w+): (\w+)$/gm)].map(([, name, on]) => [name, on]),
    );
    expect(fuses).toEqual({
      runAsNode: 'false',
      enableCookieEncryption: 'true',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      loadBrowserProcessSpecificV8Snapshot: 'false',
      grantFileProtocolExtraPrivileges: 'false',
    });
  });

  it('N18 asks the system for chosen files and the network, and for nothing else', () => {
    const plist = readProjectFile('resources/entitlements.mac.plist');
    const granted = [...plist.matchAll(/<key>([^<]+)<\/key>\s*<(\w+)\/>/g)].map(([, key, on]) => [key, on]);
    expect(granted).toEqual([
      ['com.apple.security.cs.allow-jit', 'true'],
      ['com.apple.security.files.user-selected.read-write', 'true'],
      ['com.apple.security.network.client', 'true'],
    ]);
    expect(plist.match(/<key>/g)).toHaveLength(granted.length);
    expect(builder).toMatch(/^ {2}entitlements: resources\/entitlements\.mac\.plist$/m);
    expect(builder).toMatch(/^ {2}entitlementsInherit: resources\/entitlements\.mac\.plist$/m);
    // No sentence that asks for the camera, the microphone, contacts or a place.
    expect(builder).not.toMatch(/UsageDescription|requestedExecutionLevel|runAsAdmin/);
  });

  it('L12 leaves the backpack where it is when it is uninstalled', () => {
    expect(builder).toMatch(/^ {2}deleteAppDataOnUninstall: false$/m);
    expect(builder).not.toMatch(/afterRemove|afterUninstall/);
    expect([...builder.matchAll(/include: .*/g)].flat()).toEqual([
      'include: resources/windows/open-with.nsh',
    ]);
    const removed = /!macro customUnInstall\n(.*)!macroend/s.exec(openWithOnWindows)?.[1];
    expect(removed?.trim()).toBe(`DeleteRegKey SHELL_CONTEXT "${programKey}"`);
    expect(openWithOnWindows).not.toMatch(/\b(?:Delete|RMDir|Exec\w*|File|Rename)\b/);
  });

  it('is offered by "Open with" on Windows for the same kinds as on Linux, and writes nothing under their endings', () => {
    const endings = [...openWithOnWindows.matchAll(/^ {2}!insertmacro offerFor "(\.\w+)"$/gm)].map(
      ([, one]) => one,
    );
    const types = /^MimeType=(.*);$/m.exec(readProjectFile('resources/linux/open-with.desktop'))?.[1] ?? '';
    expect(endings).toEqual(
      types.split(';').map((type) => `.${type.replace(/^\w+\//, '').replace('+xml', '')}`),
    );
    const written = [...openWithOnWindows.matchAll(/WriteReg\w+ SHELL_CONTEXT "([^"]*)"/g)].map(
      ([, key]) => key,
    );
    expect(written).toHaveLength(3);
    for (const key of written) expect(key?.startsWith(programKey)).toBe(true);
    expect(openWithOnWindows).toContain(`'"$INSTDIR\\\${APP_EXECUTABLE_FILENAME}" "%1"'`);
  });

  it('is one archive without node_modules, and never takes a picture or a document from its viewer', () => {
    expect(builder).toMatch(/^asar: true$/m);
    expect(builder).toMatch(/^ {2}- '!node_modules'$/m);
    // One ending an entry: a list of them is written down as one ending on Linux.
    const endings = [...builder.matchAll(/^ {2}- ext: (.*)$/gm)].map(([, ending]) => ending);
    expect(endings).toEqual(['badge', 'obp']);
    // A type for the app's own entry, or `MimeType` of its desktop entry, would make it the viewer of that type.
    expect(builder).not.toMatch(/MimeType:|mimeTypes:/);
    const openWith = readProjectFile('resources/linux/open-with.desktop');
    expect(openWith).toMatch(/^NoDisplay=true$/m);
    expect(openWith).toMatch(/^MimeType=image\/png;/m);
    expect(builder).toContain(
      'open-with.desktop=/usr/share/applications/zz-badge-backpack-open-with.desktop',
    );
  });

  it('starts the command line by the name of every command, and the window otherwise', () => {
    const script = readProjectFile('resources/linux/badge-backpack.sh');
    const names = /^ {2}(.*)\)$/m.exec(script)?.[1]?.split(' | ');
    expect(names).toEqual([...commands.map(({ name }) => name), '--help', '--version']);
    expect(builder).toContain('resources/linux/badge-backpack.sh=/usr/bin/badge-backpack');
  });

  it('P01 carries no runtime package: everything is bundled', () => {
    expect(Object.keys(manifest.dependencies ?? {})).toEqual([]);
  });

  it('P01 pins every package exactly, and installs without running their scripts', () => {
    const loose = Object.entries(manifest.devDependencies).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
    expect(readProjectFile('scripts/ensure-dependencies.mjs')).toContain('npm ci --ignore-scripts');
  });

  it('P05 has no updater', () => {
    expect(Object.keys(manifest.devDependencies)).not.toContain('electron-updater');
    expect(builder).toMatch(/^publish: null$/m);
  });

  it('item 16: names a supported Electron, and a release refuses any other runtime', () => {
    const version = manifest.devDependencies.electron ?? '';
    expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45);
    expect(() => checkRelease(version, version)).not.toThrow();
    expect(() => checkRelease(`v${version}`, version)).not.toThrow();
    expect(() => checkRelease('33.2.1', version)).toThrow(/33\.2\.1/);
  });
});

describe('the sources', () => {
  it('items 2, 3, 4, 6, 8, 9, 10 and 11, and P07: hold nothing risky outside the list of places', () => {
    expect(appSources.length).toBeGreaterThan(100);
    expect(appSources.flatMap((file) => riskyCode(file, readProjectFile(file)))).toEqual([]);
  });

  it('items 1 and 18: load no page but the app’s own', () => {
    const pages = appSources.flatMap((file) => loadedPages(readProjectFile(file)));
    expect(pages.length).toBeGreaterThan(0);
    expect([...new Set(pages)].sort()).toEqual(['appPage', 'painterPage', 'printerPage']);
    expect(readProjectFile('electron/main/app-origin.ts')).toMatch(/appOrigin = 'app:\/\/[a-z]+'/);
    expect(readProjectFile('electron/main/app-origin.ts')).toMatch(/appPage = `\$\{appOrigin\}\/[\w.-]*`/);
  });

  it.each([
    'element.innerHTML = text;',
    '<div dangerouslySetInnerHTML={{ __html: text }} />',
    'eval(text);',
    'new Function(text)();',
    "import { exec } from 'node:child_process';",
    'shell.openPath(file);',
    'shell.openExternal(url);',
    'webPreferences: { webSecurity: false }',
    'webPreferences: { sandbox: false }',
    'window.loadFile(page);',
  ])('are searched for what matters: %s', (source) => {
    expect(riskyCode('electron/main/some-file.ts', source)).toHaveLength(1);
  });

  it('know each place where something risky is meant to be', () => {
    const places = riskyWords.flatMap(({ allowedIn }) => allowedIn);
    expect(places.every((place) => place.startsWith('electron/main/'))).toBe(true);
  });
});

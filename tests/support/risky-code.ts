/** Something that no source of the app may hold, and the places where it is meant to be. */
export interface RiskyWord {
  readonly what: string;
  readonly pattern: RegExp;
  readonly allowedIn: readonly string[];
}

export const riskyWords: readonly RiskyWord[] = [
  {
    what: 'HTML out of a string',
    pattern: /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write/,
    allowedIn: [],
  },
  {
    what: 'code out of a string',
    pattern: /\beval\s*\(|\bnew Function\b|\bvm\.run|set(?:Timeout|Interval)\(\s*['"`]/,
    allowedIn: [],
  },
  { what: 'another program', pattern: /child_process|\bshell\.open(?!External\b)\w+/, allowedIn: [] },
  {
    what: 'a link to the browser',
    pattern: /\bshell\.openExternal\b|\{[^}]*\bopenExternal\b[^}]*\}\s*=\s*shell/,
    allowedIn: ['electron/main/links.ts', 'electron/main/desktop.ts'],
  },
  { what: 'a webview', pattern: /<webview\b|webviewTag:\s*true|allowpopups/i, allowedIn: [] },
  { what: 'a page without its web security', pattern: /webSecurity\s*:|disable-web-security/, allowedIn: [] },
  { what: 'insecure content', pattern: /allowRunningInsecureContent/, allowedIn: [] },
  { what: 'experimental features', pattern: /experimentalFeatures/, allowedIn: [] },
  { what: 'Blink features', pattern: /enableBlinkFeatures|enable-blink-features/, allowedIn: [] },
  {
    what: 'Node in a page',
    pattern: /nodeIntegration\w*:\s*true|contextIsolation:\s*false|sandbox:\s*false/,
    allowedIn: [],
  },
  { what: 'a page from a file', pattern: /\.loadFile\(/, allowedIn: [] },
];

/** Which risky words one file holds; comments do not count. `file` is relative to the project. */
export function riskyCode(file: string, source: string): readonly string[] {
  const text = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return riskyWords
    .filter(({ pattern, allowedIn }) => pattern.test(text) && !allowedIn.includes(file))
    .map(({ what }) => `${file}: ${what}`);
}

/** What a source text loads into windows: the arguments of `loadURL`, as written. */
export function loadedPages(source: string): readonly string[] {
  return [...source.matchAll(/\.loadURL\(\s*([^),]*)/g)].map((match) => match[1]?.trim() ?? '');
}

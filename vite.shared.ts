import type { Plugin } from 'vite';

/**
 * The oldest runtimes that our code meets: Node 20.18 and Chromium 130 in the development runtime. Named by hand, since
 * electron-vite would take them from the version of the npm package.
 */
export const nodeTarget = 'node20.18';
export const chromeTarget = 'chrome130';

/** Browsers of the readers of an exported page: two years old at most. */
export const pageTarget = ['chrome120', 'firefox121', 'safari17'] as const;

/** Maps help while developing; a package goes out without them. */
export const sourceMaps = process.env.BUILD_SOURCE_MAPS === '1';

/**
 * jsonld brings an HTTP client for its own document loader, which we never use: only our fetcher opens sockets. The
 * bundles get a client that refuses instead, and stay a megabyte smaller.
 */
export function withoutHttpClient(): Plugin {
  const client = '@digitalbazaar/http-client';
  const replacement = `\0${client}`;
  return {
    name: 'without-http-client',
    enforce: 'pre',
    resolveId: (source) => (source === client ? replacement : null),
    load: (id) =>
      id === replacement
        ? 'const refuse = () => { throw new Error("jsonld has no network here"); };\nexport const httpClient = { get: refuse };\n'
        : null,
  };
}

/**
 * react-aria speaks thirty languages, our window one: every dictionary of its becomes the English one, so that no
 * sentence stands out, and the first script is a seventh smaller.
 */
export function englishOnly(): Plugin {
  const dictionary = /(?:^|\/)intl\/[\w-]+\/[a-z]{2}-[A-Z]{2}\.mjs$/;
  return {
    name: 'english-only',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!dictionary.test(source) || source.endsWith('/en-US.mjs')) return null;
      return this.resolve(source.replace(/[\w-]+\.mjs$/, 'en-US.mjs'), importer);
    },
  };
}

/** Nothing in the script may end the element that it stands in, nor open a comment (WHATWG HTML, section 4.12.1.3). */
export function safeInPages(): Plugin {
  return {
    name: 'safe-in-pages',
    enforce: 'post',
    generateBundle: (_options, bundle) => {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        file.code = file.code
          .replace(/<(?=\/?script|!--)/gi, '\\x3c')
          .replaceAll('\r', '')
          .trim();
      }
    },
  };
}

import type { Plugin } from 'vite';

/**
 * The oldest runtimes that our code meets: Node 20.18 and Chromium 130 in the development runtime. Named by hand, since
 * electron-vite would take them from the version of the npm package.
 */
export const nodeTarget = 'node20.18';
export const chromeTarget = 'chrome130';

/** Browsers of the readers of an exported page: two years old at most. */
export const pageTarget = ['chrome120', 'firefox121', 'safari17'] as const;

const firstScreen = 'first-screen';

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

/**
 * jsonld copies every term of a vocabulary, deeply, each time that it enters one inside another: half of what the first
 * verdict of a process takes. A term is never changed once it is defined, so that two vocabularies may hold the same one.
 * It copies the names of those that are protected one by one, which is half of what a record of many badges takes.
 */
export function withSharedTerms(): Plugin {
  const copies = [
    ['child.mappings = util.clone(this.mappings);', 'child.mappings = new Map(this.mappings);'],
    ['child.protected = util.clone(this.protected);', 'child.protected = {...this.protected};'],
  ] as const;
  return {
    name: 'with-shared-terms',
    transform(code, id) {
      if (!/jsonld.lib.context\.js$/.test(id)) return null;
      if (!copies.every(([copied]) => code.includes(copied)))
        throw new Error('jsonld copies its terms in other words now');
      return {
        code: copies.reduce((text, [copied, shared]) => text.replace(copied, shared), code),
        map: null,
      };
    },
  };
}

/**
 * What every verdict needs comes in two files instead of twenty: to find, open and link a file of its own for each shared
 * module takes a cold process longer than to read them all. What only some badges need stays apart.
 */
export const engineChunks = {
  includeDependenciesRecursively: false,
  groups: [
    {
      name: 'jsonld-context',
      test: /jsonld.lib.(?:context|ContextResolver|ResolvedContext|util|url|types|constants|JsonLdError|events|graphTypes|platform)|lru-cache|yallist/,
    },
    {
      name: 'engine',
      test: /shared.(?:badge.(?!read-p)|image|archive.bytes|[a-z0-9-]+\.ts|text.(?:checks|display-text|notes|plain-date)|verify.(?!crypto.(?:ecdsa|rsa|ed25519|digest)|suites.(?:ecdsa-sd|derived)|canonical-rdf|web-crypto|complete))|electron.node.(?:crypto|native-bytes)\.ts/,
    },
  ],
};

/**
 * All that the first screen needs comes in one file: each file of the page is a request of its own, which takes the main
 * process longer than its bytes do. What asks for the badges before that file is there stays apart from it, and so does
 * what the painter's page needs too, which must not carry the window's code.
 */
export const firstScreenChunks = {
  groups: [
    { name: 'painting', test: /shared.(?:limits|social.card-layout)\.ts$/, priority: 3 },
    { name: 'start', test: /renderer.(?:start|early-answers|bridge|tell-broken)\.ts$/, priority: 2 },
    { name: firstScreen, test: /renderer.main\.tsx$/, priority: 1 },
  ],
};

/**
 * The page names the first screen's files itself, so that all of them are on their way before any script has run: the
 * main process hands them over, and has the rest of the app to load next.
 */
export function withFirstScreen(): Plugin {
  return {
    name: 'with-first-screen',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle, path }) => {
        if (bundle === undefined || !path.endsWith('/index.html')) return [];
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const main = chunks.find(({ facadeModuleId }) => /renderer.main\.tsx$/.test(facadeModuleId ?? ''));
        if (main === undefined || !main.imports.some((file) => file.includes(firstScreen)))
          throw new Error('the first screen has no file of its own');
        const needed = [main, ...chunks.filter(({ fileName }) => main.imports.includes(fileName))];
        const scripts = needed.map(({ fileName }) => ({ rel: 'modulepreload', href: `./${fileName}` }));
        const sheets = needed
          .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
          .map((file) => ({ rel: 'preload', as: 'style', crossorigin: '', href: `./${file}` }));
        return [...scripts, ...sheets]
          .filter(({ href }) => !html.includes(href))
          .map((attrs) => ({ tag: 'link', attrs, injectTo: 'head' }));
      },
    },
  };
}

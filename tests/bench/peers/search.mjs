// An index of the same texts by a package that is installed in another folder: milliseconds until it is there, and of each
// query. Each is told to do as little as its answers allow: one text for each badge, no order of the hits, all of them.
// "inside" finds words within words, as ours does; "beginning" only words that begin so, which takes less.
// `node --expose-gc search.mjs <package> <inside|beginning> <folder> <texts and queries>`
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [name, which, folder, file] = process.argv.slice(2);
const load = createRequire(path.join(folder, 'index.js'));
const makers = {
  libsql: { inside: withTrigrams, beginning: withFts5 },
  minisearch: { inside: () => withMinisearch(endsOf), beginning: () => withMinisearch((word) => word) },
  flexsearch: { inside: () => withFlexsearch('full'), beginning: () => withFlexsearch('forward') },
};
const maker = makers[name]?.[which];
if (maker === undefined) throw new TypeError(`no such index: ${name}, ${which}`);
const { texts, asked } = JSON.parse(readFileSync(file, 'utf8'));
const make = maker();
globalThis.gc?.();
const started = performance.now();
const find = make(texts);
const readyMs = performance.now() - started;
const queriesMs = asked.map(({ query, places, beginning }) => {
  const since = performance.now();
  const found = find(query);
  const ms = performance.now() - since;
  const expected = which === 'inside' ? places : beginning;
  if (`${found.toSorted((left, right) => left - right)}` !== `${expected}`)
    throw new Error(`${name}: “${query}” found ${found.length} badges, not the expected ${expected.length}`);
  return ms;
});
process.stdout.write(JSON.stringify({ readyMs, queriesMs }));

/** In memory, one transaction, one prepared statement. */
function withFts5() {
  return (texts) => {
    const database = filled('fts5(text)', texts);
    const select = database.prepare('select rowid from badges where badges match ?').pluck();
    return (query) => select.all(query.replaceAll(/\w+/g, '$&*'));
  };
}

/** An index of every three letters, which says where to look; the quickest of its kind. */
function withTrigrams() {
  return (texts) => {
    const database = filled("fts5(text, tokenize='trigram', detail=none)", texts);
    const select = [1, 2].map((words) => {
      const where = Array.from({ length: words }, () => 'text like ?').join(' and ');
      return database.prepare(`select rowid from badges where ${where}`).pluck();
    });
    return (query) => {
      const words = query.split(' ').map((word) => `%${word}%`);
      return select[words.length - 1].all(...words);
    };
  };
}

function filled(table, texts) {
  const Database = load('libsql');
  const database = new Database(':memory:');
  database.exec(`create virtual table badges using ${table}`);
  const insert = database.prepare('insert into badges(rowid, text) values (?, ?)');
  database.exec('begin');
  for (const [at, text] of texts.entries()) insert.run(at, text);
  database.exec('commit');
  return database;
}

/** It finds words by their beginning: for what is inside, all their ends are words. */
function withMinisearch(processTerm) {
  const MiniSearch = load('minisearch');
  return (texts) => {
    const lower = (word) => processTerm(word.toLowerCase());
    const index = new MiniSearch({ fields: ['text'], processTerm: lower });
    index.addAll(texts.map((text, id) => ({ id, text })));
    const how = { combineWith: 'AND', prefix: true, processTerm: (word) => word.toLowerCase() };
    return (query) => index.search(query, how).map(({ id }) => id);
  };
}

function endsOf(word) {
  return Array.from(word, (_letter, at) => word.slice(at));
}

/** Its quickest preset; its own encoder writes double letters once, and so would find more. */
function withFlexsearch(tokenize) {
  const { Index } = load('flexsearch');
  return (texts) => {
    const encode = (text) => text.toLowerCase().split(/[^\p{Letter}\p{Number}]+/u);
    const index = new Index({ preset: 'performance', tokenize, encode });
    for (const [at, text] of texts.entries()) index.add(at, text);
    return (query) => index.search(query, { limit: texts.length });
  };
}

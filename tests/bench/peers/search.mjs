// An index of the same texts by a package that is installed in another folder: milliseconds until it is there, and of each
// query, of which each word may go on. Each is told to do as little as its answers allow: one text for each
// badge, no order of the hits, all of them. `node --expose-gc search.mjs <package> <folder> <texts and queries>`
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [name, folder, file] = process.argv.slice(2);
const load = createRequire(path.join(folder, 'index.js'));
const makers = { 'libsql FTS5': withFts5, minisearch: withMinisearch, flexsearch: withFlexsearch };
const maker = makers[name];
if (maker === undefined) throw new TypeError(`no such index: ${name}`);
const { texts, asked } = JSON.parse(readFileSync(file, 'utf8'));
const make = maker();
globalThis.gc?.();
const started = performance.now();
const find = make(texts);
const readyMs = performance.now() - started;
const queriesMs = asked.map(({ query, places }) => {
  const since = performance.now();
  const found = find(query);
  const ms = performance.now() - since;
  if (`${found.toSorted((left, right) => left - right)}` !== `${places}`)
    throw new Error(`${name}: “${query}” found ${found.length} badges, not the expected ${places.length}`);
  return ms;
});
process.stdout.write(JSON.stringify({ readyMs, queriesMs }));

/** In memory, one transaction, one prepared statement. */
function withFts5() {
  const Database = load('libsql');
  return (texts) => {
    const database = new Database(':memory:');
    database.exec('create virtual table badges using fts5(text)');
    const insert = database.prepare('insert into badges(rowid, text) values (?, ?)');
    database.exec('begin');
    for (const [at, text] of texts.entries()) insert.run(at, text);
    database.exec('commit');
    const select = database.prepare('select rowid from badges where badges match ?').pluck();
    return (query) => select.all(query.replaceAll(/\w+/g, '$&*'));
  };
}

function withMinisearch() {
  const MiniSearch = load('minisearch');
  return (texts) => {
    const index = new MiniSearch({ fields: ['text'] });
    index.addAll(texts.map((text, id) => ({ id, text })));
    const how = { combineWith: 'AND', prefix: true };
    return (query) => index.search(query, how).map(({ id }) => id);
  };
}

/** Its quickest preset; its own encoder writes double letters once, and so would find more. */
function withFlexsearch() {
  const { Index } = load('flexsearch');
  return (texts) => {
    const encode = (text) => text.toLowerCase().split(/[^\p{Letter}\p{Number}]+/u);
    const index = new Index({ preset: 'performance', tokenize: 'forward', encode });
    for (const [at, text] of texts.entries()) index.add(at, text);
    return (query) => index.search(query, { limit: texts.length });
  };
}

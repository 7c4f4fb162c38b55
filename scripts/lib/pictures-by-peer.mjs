/**
 * Draws the PNG files under a folder small, four at a time, as another library does it: to 256 pixels, as WebP of the
 * same quality as ours, kept in another folder. Prints the time and the processor's, in milliseconds. Words: from, to, and
 * where sharp is to do it instead of @napi-rs/image, the folder that it is installed in.
 */
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { FastResizeFilter, Transformer } from '@napi-rs/image';

const [from = '.', to = '.', sharpFolder] = process.argv.slice(2);
const small = sharpFolder === undefined ? byNapi : bySharp(sharpFolder);
const files = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.png'),
);
const left = [...files];
/** @type {Buffer[]} */
const drawn = [];
const cpu = process.cpuUsage();
const started = performance.now();
await Promise.all([draw(), draw(), draw(), draw()]);
const ms = performance.now() - started;
const { user, system } = process.cpuUsage(cpu);
const sides = new Set(drawn.map((bytes) => new Transformer(bytes).metadataSync().width));
process.stdout.write(
  `${JSON.stringify({ ms, cpuMs: (user + system) / 1_000, count: drawn.length, sides: [...sides] })}\n`,
);

async function draw() {
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    const bytes = await small(await readFile(path.join(from, file)));
    await writeFile(path.join(to, path.basename(file)), bytes);
    drawn.push(bytes);
  }
}

/** @param {Buffer} whole */
async function byNapi(whole) {
  const size = { width: 256, height: 256, filter: FastResizeFilter.Lanczos3 };
  return await new Transformer(whole).fastResize(size).webp(85);
}

/** @param {string} folder */
function bySharp(folder) {
  const sharp = createRequire(path.join(path.resolve(folder), 'x.js'))('sharp');
  sharp.cache(false);
  return (/** @type {Buffer} */ whole) => sharp(whole).resize(256, 256).webp({ quality: 85 }).toBuffer();
}

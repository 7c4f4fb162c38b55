/**
 * Draws the PNG files under a folder small, four at a time, as @napi-rs/image does it: to 256 pixels, as WebP of the same
 * quality as ours, kept in another folder. Prints the time and the processor's, in milliseconds. Words: from, to.
 */
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FastResizeFilter, Transformer } from '@napi-rs/image';

const [from = '.', to = '.'] = process.argv.slice(2);
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
    const whole = new Transformer(await readFile(path.join(from, file)));
    const small = whole.fastResize({ width: 256, height: 256, filter: FastResizeFilter.Lanczos3 });
    const bytes = await small.webp(85);
    await writeFile(path.join(to, path.basename(file)), bytes);
    drawn.push(bytes);
  }
}

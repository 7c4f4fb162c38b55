// Paints scripts/sample-art/*.svg as PNG pictures of 480 by 480 pixels beside them, with Debian's Chromium. Run it once
// after a drawing changed: `npm run samples` bakes the painted pictures, so that its bytes depend on no browser.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { PNG } from 'pngjs';
import { root } from './lib/paths.mjs';

const folder = path.join(root, 'scripts/sample-art');
const size = 480;
/** This drawing becomes an SVG badge itself. */
const bakedAsSvg = 'community-gardener.svg';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: size, height: size } });
for (const name of readdirSync(folder).filter((file) => file.endsWith('.svg') && file !== bakedAsSvg)) {
  const svg = readFileSync(path.join(folder, name)).toString('base64');
  await page.setContent(
    `<style>body { margin: 0 } img { display: block }</style>
     <img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}" alt="">`,
  );
  await page.waitForFunction('document.images[0].complete');
  const painted = PNG.sync.read(await page.screenshot({ omitBackground: true }));
  const png = PNG.sync.write(painted, { deflateLevel: 9, colorType: 6 });
  writeFileSync(path.join(folder, name.replace(/\.svg$/, '.png')), png);
}
await browser.close();

/** Draws `resources/icons/icon.svg` in every size and container that the three systems ask for. Needs Chromium. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { icnsFile, icoFile } from './lib/icon-files.mjs';
import { root } from './lib/paths.mjs';

const icons = path.join(root, 'resources/icons');
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
const macSizes = [32, 64, 128, 256, 512, 1024];

const drawn = await draw([...new Set([...linuxSizes, ...windowsSizes, ...macSizes])]);
mkdirSync(path.join(icons, 'linux'), { recursive: true });
for (const size of linuxSizes)
  writeFileSync(path.join(icons, 'linux', `${size}x${size}.png`), drawn.get(size));
writeFileSync(path.join(icons, 'icon.png'), drawn.get(1024));
writeFileSync(
  path.join(icons, 'icon.ico'),
  icoFile(windowsSizes.map((size) => ({ size, png: drawn.get(size) }))),
);
writeFileSync(
  path.join(icons, 'icon.icns'),
  icnsFile(macSizes.map((size) => ({ size, png: drawn.get(size) }))),
);

async function draw(sizes) {
  const svg = readFileSync(path.join(icons, 'icon.svg')).toString('base64');
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
  const page = await browser.newPage();
  const pictures = new Map();
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body { margin: 0 } img { display: block }</style>
       <img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}" alt="">`,
    );
    await page.waitForFunction('document.images[0].complete');
    pictures.set(size, await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
  return pictures;
}

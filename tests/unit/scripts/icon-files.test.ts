import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { icnsFile, icoFile } from '../../../scripts/lib/icon-files.mjs';
import { projectFolder } from '../../support/source-files.ts';

const icons = path.join(projectFolder, 'resources/icons');

describe('icons', () => {
  it('the Windows icon points at each picture, and 256 pixels are written as 0', () => {
    const file = icoFile([
      { size: 16, png: Buffer.from('small') },
      { size: 256, png: Buffer.from('large one') },
    ]);
    expect(file.readUInt16LE(4)).toBe(2);
    expect([file[6], file[22]]).toEqual([16, 0]);
    const at = file.readUInt32LE(22 + 12);
    expect(file.toString('latin1', at, at + file.readUInt32LE(22 + 8))).toBe('large one');
  });

  it('the macOS icon says its whole length and needs every size', () => {
    const pictures = [32, 64, 128, 256, 512, 1024].map((size) => ({ size, png: Buffer.from(`${size}`) }));
    const file = icnsFile(pictures);
    expect(file.toString('latin1', 0, 4)).toBe('icns');
    expect(file.readUInt32BE(4)).toBe(file.length);
    expect(() => icnsFile(pictures.slice(1))).toThrow(/32 pixels/);
  });

  it.each([16, 24, 32, 48, 64, 128, 256, 512])('the Linux icon of %i pixels has that size', (size) => {
    const png = readFileSync(path.join(icons, `linux/${size}x${size}.png`));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  });

  it('electron-builder finds 1024 pixels to start from', () => {
    expect(readFileSync(path.join(icons, 'icon.png')).readUInt32BE(16)).toBe(1024);
  });
});

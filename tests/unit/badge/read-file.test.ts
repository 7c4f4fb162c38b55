import { describe, expect, it } from 'vitest';
import { readFile } from '../../../shared/badge/read-file.ts';
import { utf8Bytes } from '../../../shared/bytes.ts';
import { codeOf } from '../../../shared/errors.ts';
import { assertion20, credential30, unsignedJws } from '../../factories/badges.ts';
import { fastestMs } from '../../factories/fastest.ts';
import { iTXt, pngWith, tEXt } from '../../factories/png.ts';

const old = JSON.stringify(assertion20());
const young = JSON.stringify(credential30());

function read(content: string | Uint8Array, name = 'badge') {
  return readFile(typeof content === 'string' ? utf8Bytes(content) : content, name);
}

function refusal(content: string | Uint8Array, name?: string): string {
  try {
    read(content, name);
    return 'accepted';
  } catch (error) {
    return codeOf(error);
  }
}

describe('readFile', () => {
  it('reads a 2.0 assertion from JSON with its exact text', () => {
    const reading = read(`\ufeff ${old}\n`);
    expect(reading).toMatchObject({ container: 'json', mediaType: 'application/json', notes: [] });
    expect(reading.badges).toHaveLength(1);
    expect(reading.badges[0]?.path).toEqual([]);
    expect(reading.badges[0]?.badge).toMatchObject({
      version: '2.x',
      form: 'hosted',
      name: 'Bicycle repair',
      hostedUrl: 'https://school.example/assertions/1',
      source: { kind: 'json', text: old },
    });
  });

  it('reads a 3.0 credential from a picture, and says where it was', () => {
    const reading = read(pngWith([iTXt('openbadgecredential', young)]), 'welding.png');
    expect(reading).toMatchObject({
      container: 'png/iTXt:openbadgecredential',
      mediaType: 'image/png',
      notes: [],
    });
    expect(reading.badges[0]?.badge).toMatchObject({ version: '3.0', form: 'none', name: 'Welding 1' });
  });

  it('reads a baked address as a pointer that was not fetched', () => {
    const [found] = read(pngWith([tEXt('openbadges', 'https://school.example/a/1')])).badges;
    expect(found?.badge).toMatchObject({
      version: 'unknown',
      object: 'pointer',
      form: 'hosted',
      hostedUrl: 'https://school.example/a/1',
    });
  });

  it('E06 two forms of a badge in one picture are both found, and said to be two', () => {
    const achievement = { name: ' bicycle Repair', criteria: { narrative: 'x' } };
    const sameName = JSON.stringify(credential30({ credentialSubject: { achievement } }));
    const reading = read(pngWith([iTXt('openbadges', old), iTXt('openbadgecredential', sameName)]));
    expect(reading.badges.map(({ path, badge }) => [path, badge.version])).toEqual([
      [[], '3.0'],
      [['png/iTXt:openbadges'], '2.x'],
    ]);
    expect(reading.notes.map((note) => note.code)).toEqual(['read.two-forms']);
  });

  it('E06 two generations with two names are two badges', () => {
    const reading = read(pngWith([iTXt('openbadges', old), iTXt('openbadgecredential', young)]));
    expect(reading.badges).toHaveLength(2);
    expect(reading.notes.map((note) => note.code)).toEqual(['read.second-payload']);
  });

  it('E06 two different payloads under one keyword are both found with a warning', () => {
    const other = JSON.stringify(assertion20({ id: 'https://school.example/assertions/2' }));
    const reading = read(pngWith([iTXt('openbadges', old), iTXt('openbadges', other)]));
    expect(reading.badges.map(({ badge }) => badge.credentialId)).toEqual([
      'https://school.example/assertions/1',
      'https://school.example/assertions/2',
    ]);
    expect(reading.notes.map((note) => note.code)).toEqual(['read.second-payload']);
  });

  it('the same badge twice, differently spaced, is one badge', () => {
    const reading = read(pngWith([iTXt('openbadges', old), tEXt('openbadges', ` ${old} `)]));
    expect(reading.badges).toHaveLength(1);
  });

  it('a payload that cannot be read is noted beside one that can', () => {
    const reading = read(pngWith([iTXt('openbadges', '{broken'), tEXt('openbadges', old)]));
    expect(reading.badges).toHaveLength(1);
    expect(reading.notes).toEqual([{ code: 'read.unreadable-payload', facts: { reason: 'badge/bad-json' } }]);
  });

  it('reads signed badges of both generations as text', () => {
    expect(read(unsignedJws(assertion20())).container).toBe('jws');
    expect(read(` ${unsignedJws(credential30())}\n`)).toMatchObject({
      container: 'vc-jwt',
      mediaType: 'text/plain',
    });
  });

  it('reads a picture handed out as a data URI', () => {
    const picture = Buffer.from(pngWith([iTXt('openbadges', old)])).toString('base64');
    const reading = read(`data:image/png;base64,${picture}`);
    expect(reading.badges[0]?.badge.name).toBe('Bicycle repair');
    expect(reading.notes[0]?.code).toBe('read.data-uri');
  });

  it.each([
    ['an empty file', '', 'input/empty'],
    ['a picture without a badge', pngWith([]), 'image/no-badge'],
    ['plain text', 'hello there', 'input/unknown-kind'],
    ['other JSON', '{"name":"x","version":"1.0.0"}', 'badge/not-a-badge'],
    ['a number', '[1]', 'badge/not-a-badge'],
    ['cut off JSON', '{"@context":', 'badge/bad-json'],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'image/strips-badges'],
    ['a WebP', 'RIFF\0\0\0\0WEBPVP8 ', 'image/strips-badges'],
    ['a GIF', 'GIF89a', 'image/strips-badges'],
    ['a HEIC', '\0\0\0\u0018ftypheic\0\0\0\0', 'image/strips-badges'],
    ['an AVIF', '\0\0\0\u001cftypavif\0\0\0\0', 'image/strips-badges'],
    ['a TIFF', 'II*\0\b\0\0\0', 'image/strips-badges'],
    ['a PDF that is cut off', '%PDF-1.7 …', 'pdf/damaged'],
    ['a web page', '<!DOCTYPE html><html><body>', 'page/no-badge'],
    ['a code of a credential', 'VP1-B3ECQDIYACEMHIGDODB6KOA', 'input/unsupported-kind'],
    ['bytes that are no UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'badge/bad-text'],
  ])('refuses %s', (_, content, code) => {
    expect(refusal(content)).toBe(code);
  });

  it('E11 a baked address that is not a web address is no badge', () => {
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', '<b>hi</b>', 'ftp://a.example/b']) {
      expect(refusal(pngWith([tEXt('openbadges', url)]))).toBe('badge/not-a-badge');
    }
  });

  it('E13 content decides the kind: what we can read is read with a note, the rest refused with both names', () => {
    expect(read(old, 'badge.png').notes).toEqual([
      { code: 'read.kind-differs-from-name', facts: { kind: 'JSON', named: 'PNG' } },
    ]);
    expect(refusal('GIF89a', 'badge.png')).toBe('input/name-mismatch');
    expect(refusal('%PDF-1.7', 'badge.png')).toBe('pdf/damaged');
    expect(refusal('PK\u0003\u0004', 'badge.png')).toBe('archive/wrong-name');
  });

  it('H08 half a megabyte of one character after any beginning is answered within 250 ms', () => {
    const heads = [
      '',
      '<',
      '<?xml ',
      '<!--',
      '<!DOCTYPE svg [',
      '<!DOCTYPE svg [<!ENTITY a "',
      '<svg ',
      '<svg a="',
      '<svg><![CDATA[',
      '<svg xmlns:openbadges="http://openbadges.org"><openbadges:assertion>',
      'data:image/png;base64,',
      'http://',
      '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","issuedOn":"2024-01-01T00:00:00.',
      '{"recipient":"sha256$',
    ];
    for (const head of heads) {
      for (const piece of ['a', ' ', '<', '&', '"', '.', '=', '/', '\n', '<!--', '&a;', '1', '{']) {
        const text = head + piece.repeat(500_000 / piece.length);
        const ms = fastestMs(() => refusal(text, `badge${'.'.repeat(1_000)}png`), 250);
        expect(ms, head + piece).toBeLessThan(250);
      }
    }
  });
});

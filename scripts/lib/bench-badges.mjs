/** Badge files for the benchmarks of the window: a picture as platforms make them, and a credential of its own in each. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import pngjs from 'pngjs';

/**
 * Writes `count` PNG badges of `sidePixels` squared; the same pixels, another credential in each.
 *
 * @param {string} folder to be made
 * @param {number} count
 * @param {number} sidePixels
 */
export function writeBadges(folder, count, sidePixels) {
  mkdirSync(folder, { recursive: true });
  const picture = drawnPicture(sidePixels);
  // After the signature and IHDR: 8 + 25 bytes.
  const [head, rest] = [picture.subarray(0, 33), picture.subarray(33)];
  for (let number = 0; number < count; number += 1) {
    const text = `openbadgecredential\0\0\0\0\0${JSON.stringify(credential(number, count))}`;
    writeFileSync(path.join(folder, `badge-${number}.png`), Buffer.concat([head, chunk('iTXt', text), rest]));
  }
}

/** A disc with a gradient and some grain, so that it compresses like a drawing and not like a flat colour. */
function drawnPicture(side) {
  const image = new pngjs.PNG({ width: side, height: side });
  let random = 1;
  for (let index = 0; index < side * side; index += 1) {
    const [x, y] = [index % side, Math.floor(index / side)];
    random = (Math.imul(random, 1_103_515_245) + 12_345) & 0x7fffffff;
    const grain = (random >>> 16) % 9;
    const inside = Math.hypot(x - side / 2, y - side / 2) < side / 2;
    image.data.set([(200 * x) / side + grain, (200 * y) / side, 120, inside ? 255 : 0], 4 * index);
  }
  return pngjs.PNG.sync.write(image);
}

/** Names out of order, so that sorting has something to do. */
function credential(number, count) {
  const name = `Badge ${(number * 7_919) % count}`;
  const school = number % 20;
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: `urn:uuid:${number}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    validFrom: '2025-01-01T00:00:00Z',
    issuer: { id: `https://school${school}.example/`, type: ['Profile'], name: `School ${school}` },
    credentialSubject: {
      type: ['AchievementSubject'],
      achievement: {
        id: `urn:achievement:${number}`,
        type: ['Achievement'],
        name,
        description: 'Made for a benchmark.',
        criteria: { narrative: 'Was there.' },
      },
    },
  };
}

function chunk(type, text) {
  const body = Buffer.from(type + text, 'latin1');
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

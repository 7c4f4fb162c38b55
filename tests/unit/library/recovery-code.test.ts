import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readRecoveryCode,
  recoveryCodeText,
  recoverySecretBytes,
} from '../../../shared/library/recovery-code.ts';

const secrets = fc.uint8Array({ minLength: recoverySecretBytes, maxLength: recoverySecretBytes });

describe('N14 a recovery code', () => {
  test('is 28 signs in seven groups, none of them one that is taken for another, and reads back', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const text = recoveryCodeText(secret);
        expect(text).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(readRecoveryCode(text)).toEqual({ kind: 'code', secret });
      }),
    );
  });

  test('reads as people write it: small letters, spaces, no dashes, other dashes, O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const text = recoveryCodeText(secret);
        for (const written of [
          text.toLowerCase(),
          text.replaceAll('-', ' '),
          ` ${text.replaceAll('-', '')}\n`,
          text.replaceAll('-', '\u2013'),
          text.replaceAll('0', 'O').replaceAll('1', 'l'),
          text.replaceAll('0', 'o').replaceAll('1', 'I'),
        ]) {
          expect(readRecoveryCode(written)).toEqual({ kind: 'code', secret });
        }
      }),
    );
  });

  test('tells every single wrong sign and two neighbours that were exchanged', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZU';
    // A sign that is none stands for no bit, nor for all of them.
    const ones = recoveryCodeText(new Uint8Array(recoverySecretBytes).fill(0xff));
    expect(readRecoveryCode(ones.replace('Z', 'U'))).toEqual({ kind: 'mistyped' });
    const text = recoveryCodeText(Uint8Array.from({ length: 16 }, (_, index) => index * 17 + 3));
    for (let at = 0; at < text.length; at += 1) {
      if (text[at] === '-') continue;
      for (const sign of alphabet) {
        if (sign === text[at]) continue;
        const wrong = text.slice(0, at) + sign + text.slice(at + 1);
        expect(readRecoveryCode(wrong), wrong).toEqual({ kind: 'mistyped' });
      }
    }
    const plain = text.replaceAll('-', '');
    for (let at = 0; at + 1 < plain.length; at += 1) {
      if (plain[at] === plain[at + 1]) continue;
      const wrong = plain.slice(0, at) + plain[at + 1] + plain[at] + plain.slice(at + 2);
      expect(readRecoveryCode(wrong), wrong).toEqual({ kind: 'mistyped' });
    }
  });

  test('is not seen in a passphrase', () => {
    for (const text of [
      '',
      'seven wet stones',
      'x'.repeat(27),
      'x'.repeat(29),
      'é'.repeat(28),
      '~'.repeat(28),
    ]) {
      expect(readRecoveryCode(text)).toEqual({ kind: 'none' });
    }
  });
});

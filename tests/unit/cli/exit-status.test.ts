import { expect, it } from 'vitest';
import { exitStatus, statusOfCode, statusOfVerdict, worseStatus } from '../../../electron/cli/exit-status.ts';
import { errorCodes } from '../../../shared/errors.ts';
import { verdictWords } from '../../../shared/text/verdicts.ts';
import type { Verdict } from '../../../shared/verify/report.ts';

it('only the two green verdicts end with 0', () => {
  // The table of words has every verdict as a key, or it would not compile.
  const verdicts = Object.keys(verdictWords) as Verdict[];
  const good = verdicts.filter((verdict) => statusOfVerdict(verdict) === exitStatus.good);
  expect(good.sort()).toEqual(['verified', 'verified-earlier']);
});

it('what is altered, somebody else’s, revoked, malformed or not in force ends with 1', () => {
  const bad: Verdict[] = [
    'altered',
    'issuer-mismatch',
    'revoked',
    'malformed',
    'expired',
    'not-yet-valid',
    'suspended',
  ];
  expect(bad.map(statusOfVerdict)).toEqual(bad.map(() => 1));
});

it('what could not be confirmed ends with 2', () => {
  const open: Verdict[] = ['unconfirmed', 'partial', 'unchecked', 'unsigned'];
  expect(open.map(statusOfVerdict)).toEqual(open.map(() => 2));
});

it('no coded failure ends with success', () => {
  expect(errorCodes.filter((code) => statusOfCode(code) < exitStatus.refused)).toEqual([]);
});

it('a refused file ends with 3, a failing environment with 4, a bug with 5, wrong usage with 64', () => {
  expect(statusOfCode('image/no-badge')).toBe(3);
  expect(statusOfCode('badge/bad-json')).toBe(3);
  expect(statusOfCode('store/disk-full')).toBe(4);
  expect(statusOfCode('store/locked')).toBe(4);
  expect(statusOfCode('network/unreachable')).toBe(4);
  expect(statusOfCode('network/offline')).toBe(4);
  expect(statusOfCode('internal/bug')).toBe(5);
  expect(statusOfCode('usage/bad-arguments')).toBe(64);
});

it('an address with --offline is refused; without it, a network that is away is the environment', () => {
  expect([statusOfCode('network/offline', true), statusOfCode('network/offline', false)]).toEqual([3, 4]);
});

it('a bad badge is not hidden by a refused file, nor a refused file by an unconfirmed badge', () => {
  expect(worseStatus(exitStatus.bad, exitStatus.refused)).toBe(1);
  expect(worseStatus(exitStatus.refused, exitStatus.bad)).toBe(1);
  expect(worseStatus(exitStatus.unconfirmed, exitStatus.refused)).toBe(3);
  expect(worseStatus(exitStatus.good, exitStatus.unconfirmed)).toBe(2);
});

it('a bug or a failing environment comes before everything that was found', () => {
  expect(worseStatus(exitStatus.bad, exitStatus.environment)).toBe(4);
  expect(worseStatus(exitStatus.environment, exitStatus.bug)).toBe(5);
});

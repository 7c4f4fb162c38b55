import { expect, it } from 'vitest';
import type { Checked } from '../../../electron/cli/checked.ts';
import { fileLine } from '../../../electron/cli/file-line.ts';
import { styleFor } from '../../../electron/cli/style.ts';
import { checkedText } from '../../../electron/cli/text-report.ts';
import { badgeOf } from '../../factories/badge.ts';
import { checkOf, reportedAt, reportOf } from '../../factories/report.ts';
import { fileLineSchema } from '../../support/line-schemas.ts';

const nowMs = Date.parse(reportedAt);
const plain = styleFor({ outIsTerminal: false, environment: {} });
const sha256 = 'a'.repeat(64);

const readFileOf = (change: Parameters<typeof badgeOf>[0], report = reportOf()): Checked => ({
  kind: 'read',
  sha256,
  reading: { container: 'json', mediaType: 'application/json', badges: [], notes: [] },
  badges: [{ found: { path: ['vp', '0'], badge: badgeOf(change) }, report }],
});

it('the line of a badge has the fields of the contract, in their order, and no others', () => {
  const report = reportOf({ checks: [checkOf('proof.jws')], endorsements: [reportOf()] });
  const line = fileLine('a.json', readFileOf({ credentialId: 'urn:uuid:1' }, report), nowMs);
  expect(() => fileLineSchema.parse(line)).not.toThrow();
  expect(Object.keys(line)).toEqual(['file', 'sha256', 'error', 'container', 'badges']);
  expect(Object.keys(line.badges[0] ?? {})).toEqual([
    'id',
    'version',
    'form',
    'name',
    'issuer',
    'issuedOn',
    'expires',
    'verdict',
    'integrity',
    'issuerBinding',
    'standing',
    'conformance',
    'recipient',
    'unsignedPaths',
    'checks',
    'endorsements',
    'source',
  ]);
  expect(line.badges[0]?.source).toEqual({ path: ['vp', '0'] });
});

it('verdict and standing are of the moment that is asked for, not of the check', () => {
  const report = reportOf({ validity: { from: null, until: '2027-01-01T00:00:00.000Z' } });
  const at = (time: string) => fileLine('a', readFileOf({}, report), Date.parse(time)).badges[0];
  expect(at('2026-12-31T00:00:00Z')).toMatchObject({ standing: 'current' });
  expect(at('2027-01-02T00:00:00Z')).toMatchObject({ verdict: 'expired', standing: 'expired' });
});

it('the line of a refused file has its code and words, and no badge', () => {
  const refused: Checked = { kind: 'refused', sha256: null, code: 'input/empty', facts: {}, cause: null };
  const line = fileLine('a', refused, nowMs);
  expect(() => fileLineSchema.parse(line)).not.toThrow();
  expect(line).toMatchObject({ sha256: null, container: null, badges: [], error: { code: 'input/empty' } });
});

it('a check’s technical detail stays out of the line', () => {
  const report = reportOf({ checks: [checkOf('proof.jws', { detail: { key: 'secret' } })] });
  expect(JSON.stringify(fileLine('a', readFileOf({}, report), nowMs))).not.toContain('secret');
});

it('for people, nothing that a badge says can break a line or move the cursor', () => {
  const hostile = 'a\u001b[2J\r\nb\u202ec\u0000\u009b31m';
  const checked = readFileOf(
    { name: hostile, issuer: { ...badgeOf().issuer, name: hostile } },
    reportOf({ checks: [checkOf('x', { message: hostile })] }),
  );
  const text = checkedText(fileLine(hostile, checked, nowMs), checked, nowMs, plain);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(text.trimEnd().split('\n')).toHaveLength(4);
});

it('a badge without a name, and one without an issuer, are said to be so', () => {
  const checked = readFileOf({ name: '', issuer: { ...badgeOf().issuer, id: null, name: null } });
  const text = checkedText(fileLine('a', checked, nowMs), checked, nowMs, plain);
  expect(text).toContain('Badge without a name');
  expect(text).toContain('from issuer without a name');
});

import { describe, expect, it } from 'vitest';
import { checkSentences, sentenceOf } from '../../../shared/text/checks.ts';
import { sentenceForReaders } from '../../../shared/text/portfolio.ts';
import { headlineOf, verdictWords } from '../../../shared/text/verdicts.ts';
import { achievementCredential } from '../../factories/credentials.ts';
import { ed25519Key } from '../../factories/keys.ts';
import { check, testNow } from '../../factories/ports.ts';
import { axisOf, checkOf, reportOf } from '../../factories/report.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';

const nowMs = Date.parse(testNow);
const key = ed25519Key(1);
const trust = { issuers: [{ id: key.did, name: 'Trade School', keys: [] }] };

describe('the words of the verdicts', () => {
  it('only two are ever green, and one of them only with its date', () => {
    const green = Object.entries(verdictWords).filter(([, words]) => words.role.startsWith('ok'));
    expect(green.map(([verdict]) => verdict)).toEqual(['verified', 'verified-earlier']);
    expect(verdictWords['verified-earlier'].role).toBe('ok-muted');
  });

  it('no two have the same word', () => {
    const words = Object.values(verdictWords).map(({ word }) => word);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('headlineOf', () => {
  const headline = async (members = {}, options = {}) => {
    const badge = await signDataIntegrity(achievementCredential(key.did, { members }), key);
    return headlineOf((await check(badge, options)).report, nowMs);
  };

  it('says who signed, that it cannot be revoked, and when that was checked', async () => {
    expect((await headline({}, { trust })).sentence).toBe(
      'Signed and unchanged. The issuer is in your list of known issuers as “Trade School”. This badge has no way to be revoked. Checked on 22 November 2026.',
    );
  });

  it('asks whether the person knows an issuer that is only a key', async () => {
    expect((await headline()).sentence).toContain('Do you know them?');
  });

  it('never calls a badge authentic whose signer nobody confirmed', async () => {
    const sentence = (await headline({ validUntil: '2026-02-01T00:00:00Z' })).sentence;
    expect(sentence).toBe('The signer is not confirmed; its validity ended on 1 February 2026.');
  });

  it('of a badge that is suspended and withdrawn, says what the headline is about', () => {
    const checks = [
      checkOf('status.list', { outcome: 'fail', code: 'status/suspended', message: 'Suspended.' }),
      checkOf('status.list', { outcome: 'fail', code: 'status/revoked-plain', message: 'Withdrawn.' }),
    ];
    const sentenceAt = (value: 'revoked' | 'suspended') =>
      headlineOf(reportOf({ standing: axisOf(value), checks }), nowMs).sentence;
    expect(sentenceAt('revoked')).toBe('Withdrawn.');
    expect(sentenceAt('suspended')).toBe('Suspended.');
  });

  it('of a badge that was only asked about being suspended, does not say that it was not revoked', () => {
    const passed = checkOf('status.suspension');
    const report = reportOf({ checks: [passed] });
    const { sentence } = headlineOf(report, Date.parse(report.checkedAt));
    expect(sentence).toContain('Not suspended. This badge has no way to be revoked.');
    expect(sentence).not.toContain('Not revoked');
  });

  it('in no combination of facts says more, or less, than they do', () => {
    for (const integrity of ['intact', 'partial', 'altered', 'unsupported', 'unsigned'] as const)
      for (const binding of ['confirmed', 'self-asserted', 'unconfirmed', 'mismatch'] as const)
        for (const standing of [
          'current',
          'expired',
          'not-yet-valid',
          'suspended',
          'revoked',
          'unknown',
        ] as const)
          for (const ids of [[], ['status.list'], ['hosted.confirmation'], ['container.holder']]) {
            const parts = { integrity: axisOf(integrity), issuerBinding: axisOf(binding) };
            const checks = ids.map((id) => checkOf(id));
            const report = reportOf({
              ...parts,
              standing: axisOf(standing),
              checks,
              unsignedPaths: ['/gpa'],
            });
            const { sentence } = headlineOf(report, Date.parse(report.checkedAt));
            const facts = [integrity, binding, standing, ...ids, sentence].join(' · ');
            if (binding === 'confirmed') expect(sentence, facts).not.toMatch(/not confirmed|only by its key/);
            else expect(sentence, facts).not.toMatch(/Authentic/);
            if (integrity !== 'intact')
              expect(sentence, facts).not.toMatch(/Authentic|Intact\.|unchanged|Intact, but the signer/);
            if (integrity !== 'unsigned' || ids.includes('hosted.confirmation'))
              expect(sentence, facts).not.toMatch(/It carries no signature;/);
            if (integrity === 'unsigned' && ids.length === 0)
              expect(sentence, facts).not.toMatch(/Its proof was not checked/);
            if (!ids.includes('status.list')) expect(sentence, facts).not.toContain('Not revoked');
            const read = sentenceForReaders(report, Date.parse(report.checkedAt));
            expect(read, facts).not.toContain('Do you know them');
            if (integrity !== 'intact') expect(read, facts).not.toMatch(/Authentic|Intact\.|unchanged/);
          }
  });

  it('of a badge that could not be checked, says what the verdict hangs on, and not what else is open', () => {
    const ended = checkOf('issuer.registry', { outcome: 'unknown', message: 'The listing ended.' });
    const silent = checkOf('status.list', { outcome: 'unknown', message: 'The list could not be read.' });
    const report = reportOf({ standing: axisOf('unknown'), checks: [ended, silent] });
    const nowMs = Date.parse(report.checkedAt);
    expect(headlineOf(report, nowMs).sentence).toBe('The list could not be read.');
    const pointer = checkOf('hosted.confirmation', { outcome: 'unknown', message: 'Get the badge.' });
    const away = checkOf('endorsement.document', { outcome: 'unknown', message: 'It was not reached.' });
    const endorsement = reportOf({
      integrity: axisOf('unsigned'),
      standing: axisOf('unknown'),
      checks: [pointer, away],
    });
    expect(headlineOf(endorsement, nowMs).sentence).toBe('It was not reached.');
  });

  it('names the rule that a badge breaks', async () => {
    expect((await headline({ issuer: { id: key.did, type: ['Image'] } })).sentence).toContain('issuer');
  });
});

describe('the words of a check', () => {
  it('an end that has not passed does not call a badge in force that is revoked, altered or not yet valid', () => {
    expect(checkSentences['dates/current']).toBe('Its end date has not passed.');
  });
});

describe('sentenceOf', () => {
  it('puts the facts in place, cleaned of control and direction characters, and cut', () => {
    const host = `evil\u202e.example\n${'x'.repeat(500)}`;
    const sentence = sentenceOf('document/unreachable', { host });
    expect(sentence).not.toMatch(/[\u202e\n]/);
    expect(sentence.length).toBeLessThan(200);
  });

  it('no sentence grows beyond a message, whatever its facts', () => {
    const facts = new Proxy(
      {},
      { get: () => 'x'.repeat(500), getOwnPropertyDescriptor: () => ({ configurable: true, value: '' }) },
    );
    for (const code of Object.keys(checkSentences) as (keyof typeof checkSentences)[]) {
      expect(sentenceOf(code, facts).length, code).toBeLessThanOrEqual(200);
    }
  });

  it('a fact that is not given is a question mark, never a property of the program', () => {
    expect(sentenceOf('document/unreachable', {})).toBe('? could not be reached.');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/json.ts';
import type { DocumentPort } from '../../../shared/verify/ports.ts';
import { alteredCopy, asOtherIssuer, forms } from '../../factories/forms.ts';
import { type CheckOptions, check, codesOf, fakeDocuments } from '../../factories/ports.ts';

describe.each(forms)('$name', (form) => {
  let good: string | JsonObject;
  const online = (): DocumentPort => fakeDocuments(form.documents);
  const verdictOfBadge = async (credential: string | object, options: CheckOptions = {}) =>
    (await check(credential, { documents: online(), ...options })).verdict;

  beforeAll(async () => {
    good = await form.sign({}, form.key);
  });

  it('is verified when the issuer publishes the key that signed it', async () => {
    const { report, verdict } = await check(good, { documents: online() });
    expect(codesOf(report).filter((code) => code.includes('/') && !code.startsWith('recipient'))).toEqual(
      form.name.startsWith('signed Open Badge 1') ? expect.anything() : ['status/none', 'dates/no-end'],
    );
    expect(report.integrity.value).toBe('intact');
    expect(report.issuerBinding.value).toBe('confirmed');
    expect(verdict).toBe('verified');
  });

  it('is verified earlier when the documents were captured', async () => {
    const documents = fakeDocuments(form.documents, 'captured', '2026-05-03T00:00:00.000Z');
    const { report, verdict } = await check(good, { documents });
    expect(verdict).toBe('verified-earlier');
    expect(report.issuerBinding.asOf).toBe('2026-05-03T00:00:00.000Z');
  });

  it('is unchecked, never bad, when no document can be read', async () => {
    expect(await verdictOfBadge(good, { documents: fakeDocuments() })).toBe('unchecked');
  });

  it('is altered when another key signed it under the same name', async () => {
    expect(await verdictOfBadge(await form.sign({}, form.otherKey))).toBe('altered');
  });

  it('is altered when a date was changed after signing', async () => {
    const changed = alteredCopy(good, form.start);
    expect(await verdictOfBadge(changed)).toBe('altered');
  });

  it('is expired after its end', async () => {
    const expired = await form.sign({ [form.expiry]: '2026-02-01T00:00:00Z' }, form.key);
    expect(await verdictOfBadge(expired)).toBe('expired');
    expect(await verdictOfBadge(expired, { now: '2026-01-31T00:00:00Z' })).toMatch(/^verified/);
  });

  it('is not yet valid before its beginning', async () => {
    const early = await form.sign({ [form.start]: '2027-02-01T00:00:00Z' }, form.key);
    expect(await verdictOfBadge(early)).toBe('not-yet-valid');
  });

  it('is somebody else’s when the issuer named is another one', async () => {
    const other = await asOtherIssuer(form);
    expect(await verdictOfBadge(other)).not.toMatch(/^verified/);
  });
});

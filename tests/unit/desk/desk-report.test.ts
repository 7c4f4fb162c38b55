import { describe, expect, it, test } from 'vitest';
import { csvText } from '../../../shared/desk/csv.ts';
import { deskCounts, deskCsv, deskJson } from '../../../shared/desk/desk-report.ts';
import { deskReportHtml, deskReportStyle } from '../../../shared/desk/desk-report-html.ts';
import { deskReportWords } from '../../../shared/text/desk.ts';
import { verdictWords } from '../../../shared/text/verdicts.ts';
import type { Verdict } from '../../../shared/verify/report.ts';
import { deskBadge, deskReport, deskRow, refusedDeskRow } from '../../factories/desk.ts';
import { reportOf } from '../../factories/report.ts';

describe('CSV', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '|cmd',
    '  =1+1',
    '"=1+1',
    '＝1',
    "=cmd|' /C calc'!A0",
  ])('K04 %j is no formula in a spreadsheet', (text) => {
    expect(csvText([[text]])).toBe(`\ufeff"'${text.replaceAll('"', '""')}"\r\n`);
  });

  it('K04 keeps quotes, commas, semicolons and line breaks inside their cell', () => {
    expect(csvText([['a"b', 'c,d;e', 'f\ng'], ['h\0']])).toBe('\ufeff"a""b","c,d;e","f\ng"\r\n"h\ufffd"\r\n');
  });

  it('C09 K04 has every file on a line of its own, with nothing in its name that turns the text around', () => {
    const row = deskRow({ file: 'anna/a\nVerified,\u202egnp.png' });
    const csv = deskCsv(deskReport({ rows: [{ row, report: null }] }));
    expect(csv).toContain('"anna/a Verified,gnp.png"');
  });

  it('has a line for each row, a refused file with its code', () => {
    const lines = deskCsv(deskReport()).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('"verified"');
    expect(lines[2]).toContain('"image/no-badge"');
    expect(new Set(lines.map((line) => line.split('","').length)).size).toBe(1);
  });
});

test('whether a badge names the expected person is told for whoever reads the data, and is empty where nobody asked', () => {
  const rows = (['yours', 'not-yours', 'not-checked'] as const).map((expected) => ({
    row: deskRow({ badge: deskBadge({ expected }) }),
    report: reportOf(),
  }));
  const column = (expected: string) =>
    deskCsv(deskReport({ rows, expected }))
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split('","')[4]);
  const told = ['named', 'somebody-else', 'cannot-be-told'];
  expect(column('Anna')).toEqual(told);
  expect(column('')).toEqual(['', '', '']);
  const data = JSON.parse(deskJson(deskReport({ rows, expected: 'Anna' })));
  expect(data.rows.map(({ badge }: { badge: { expected: string } }) => badge.expected)).toEqual(told);
});

test('the JSON tells each row with its checks and without what would be asked', () => {
  const told = JSON.parse(deskJson(deskReport({ expected: 'Anna' })));
  expect(told).toMatchObject({ kind: 'badge-check-report', format: 1, expected: 'Anna' });
  expect(told.rows[0].badge.verdict).toBe('verified');
  expect(told.rows[0].badge).not.toHaveProperty('wouldAsk');
  expect(told.rows[0].checks).toHaveLength(2);
  expect(told.rows[1]).toMatchObject({ badge: null, error: { code: 'image/no-badge' }, checks: [] });
});

test('counts are of each verdict, and of files without a badge', () => {
  const rows = [
    deskRow(),
    deskRow({ badge: deskBadge({ verdict: 'altered' }) }),
    deskRow(),
    refusedDeskRow(),
  ];
  expect([...deskCounts(rows)]).toEqual([
    ['verified', 2],
    ['altered', 1],
    ['refused', 1],
  ]);
});

describe('the page', () => {
  const page = { styleSha256: 'x' };
  const pageOf = (verdict: Verdict) =>
    deskReportHtml(
      deskReport({ rows: [{ row: deskRow({ badge: deskBadge({ verdict }) }), report: reportOf() }] }),
      page,
    );

  it('says the word of each verdict, and green of no other than the two that may be', () => {
    // The keys of the table are the verdicts.
    for (const verdict of Object.keys(verdictWords) as Verdict[]) {
      const text = pageOf(verdict);
      const isGreen = /class="chip ok(-muted)?"/.test(text);
      expect(text).toContain(`${verdictWords[verdict].word}</span>`);
      expect([verdict, isGreen]).toEqual([verdict, verdict === 'verified' || verdict === 'verified-earlier']);
    }
  });

  it('explains what the tick does not mean, names each file by its hash, and lists the refused with the reason', () => {
    const text = deskReportHtml(deskReport(), page);
    expect(text).toContain(deskReportWords.meaning);
    expect(text).toContain('ab'.repeat(32));
    expect(text).toContain('This picture has no badge data.');
  });

  it('explains every word that a verdict or a person can have in it', () => {
    const explained = deskReportWords.meanings.join(' ');
    const words = [...Object.values(verdictWords).map(({ word }) => word), deskReportWords.hashed];
    expect(words.filter((word) => !explained.includes(`“${word}”`))).toEqual([]);
    // A badge that nobody signed may be past its end too.
    expect(explained).toContain('They do not mean that it is genuine');
  });

  it('keeps a long key out of the table, and has it whole with the badge', () => {
    const issuerId = `did:jwk:${'x'.repeat(200)}`;
    const rows = [{ row: deskRow({ badge: deskBadge({ issuerId }) }), report: reportOf() }];
    const text = deskReportHtml(deskReport({ rows }), page);
    const [table = '', details = ''] = text.split(`<h2>${deskReportWords.details}</h2>`);
    expect(table).not.toContain(issuerId);
    expect(table).toContain('did:jwk:');
    expect(details).toContain(issuerId);
  });

  it('lets nothing run and nothing load', () => {
    const text = deskReportHtml(deskReport(), { styleSha256: 'abc=' });
    expect(text).toContain('default-src &#39;none&#39;; style-src &#39;sha256-abc=&#39;');
    expect(text).not.toMatch(/<script|<img|<link|<iframe|https?:/i);
    expect(deskReportStyle).not.toMatch(/url\(|@import|\P{ASCII}/u);
  });
});

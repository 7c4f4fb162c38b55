import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, searchTextOf, wordsOf } from '../../../shared/library/search-text.ts';
import { limits } from '../../../shared/limits.ts';
import { makeCard } from '../../factories/card.ts';

/** What folding means, without any short cut. */
function foldedPlainly(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i');
}

test.each([
  ['École', 'ecole'],
  ['E\u0301COLE', 'ecole'],
  ['ﬁnal ①', 'final 1'],
  ['İstanbul ISI ısı 𝚤', 'istanbul isi isi i'],
  ['STRASSE straße ẞ', 'strasse straße ß'],
  ['\u212Aelvin ſeal', 'kelvin seal'],
  ['ΟΔΟΣ Σ ΟΔΟΣΑ', 'οδος σ οδοσα'],
  ['한국어', '한국어'.normalize('NFKD')],
  ['𝐖elding 👩🏽‍🔧', 'welding 👩🏽‍🔧'],
])('“%s” is folded to “%s”', (text, folded) => {
  expect(foldText(text)).toBe(folded);
  expect(foldedPlainly(text)).toBe(folded);
});

test('every character is folded as plain folding does it, alone and between letters, half ones too', () => {
  const different: string[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    // Nothing is assigned between, and what is beyond is for private use.
    if (code === 0x32000) code = 0xe0000;
    if (code === 0xf0000) break;
    const letter = code <= 0xffff ? String.fromCharCode(code) : String.fromCodePoint(code);
    for (const text of [letter, `aB${letter}Cd`, `Σ${letter}Σ`])
      if (foldText(text) !== foldedPlainly(text)) different.push(code.toString(16));
  }
  expect(different).toEqual([]);
});

test('any text is folded as plain folding does it', () => {
  const letters = [
    ...'aZ \n\0.é’ßẞİıſΣσςΐ각ᄀ①ﬁ👩🏽',
    '\u212A',
    '\u0301',
    '\u0345',
    '\u0327',
    '\uD83D',
    '\uDC69',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...letters)).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (each) => foldText(each) === foldedPlainly(each)),
    { numRuns: 3_000 },
  );
});

test('the words of a search are folded, whatever stands between them', () => {
  expect(wordsOf('  École\n À\u00A0la ')).toEqual(['ecole', 'a', 'la']);
  expect(wordsOf(' \t')).toEqual([]);
});

test('every text of a card is searched, no word goes from one into the next', () => {
  const card = makeCard('card', {
    name: 'Name',
    issuerName: 'Issuer',
    issuerId: 'host.example',
    description: 'Über\nall',
    tags: ['One', 'Two'],
    skills: ['Three', 'Four'],
    noteText: 'Note',
  });
  expect(searchTextOf(card).split('\n').sort()).toEqual(
    ['name', 'issuer', 'host.example', 'uber', 'all', 'one', 'two', 'three', 'four', 'note'].sort(),
  );
  expect(searchTextOf({ ...card, tags: ['One'], skills: [], noteText: '' })).not.toContain('two');
});

test('J14 each text of a card is searched to the same length, however long the others are', () => {
  const long = `${'x'.repeat(limits.searchedCharacters - 1)}AB`;
  const text = searchTextOf(
    makeCard('card', { name: long, description: long, issuerName: 'School', tags: [long], noteText: long }),
  );
  const lengths = text.split('\n').map((line) => line.length);
  expect(lengths.filter((length) => length === limits.searchedCharacters)).toHaveLength(3);
  // What the person wrote is searched whole.
  expect(lengths.filter((length) => length > limits.searchedCharacters)).toEqual([long.length]);
});

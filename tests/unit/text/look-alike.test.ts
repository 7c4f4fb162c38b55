import { describe, expect, it } from 'vitest';
import { lookAlikesOf, skeletonOf } from '../../../shared/text/look-alike.ts';

const school = { id: 'https://www.trade-school.example/issuer', name: 'Machine University' };
const looks = (id: string, name: string, known = [school]): boolean =>
  lookAlikesOf({ id, name }, known).length > 0;

describe('C10 an issuer that looks like a known one', () => {
  it.each([
    ['the same name', 'Machine University'],
    ['another case and spaces', ' machine  UNIVERSITY'],
    ['Cyrillic letters in it', 'Масhine Univеrsity'],
    ['marks on its letters', 'Machiné University'],
    ['digits for letters', 'Mach1ne Univer5ity'],
    ['r and n for m', 'rnachine University'],
    ['signs between', 'Machine-University™'.replace('™', '!')],
    ['wide letters', 'Ｍａｃｈｉｎｅ University'],
  ])('%s is pointed out', (_, name) => {
    expect(looks('did:key:z6MkOther', name)).toBe(true);
  });

  it.each([
    ['xn--pple-43d.com', 'https://apple.com/', 'https://xn--pple-43d.com/'],
    ['a host with rn for m', 'https://modern.example/', 'https://modem.example/'],
    ['a host with a digit', 'did:web:school.example', 'did:web:sch0ol.example'],
    ['a host in Cyrillic letters', 'https://school.example/', 'https://sсhооl.example/'],
  ])('%s is pointed out by its host', (_, known, other) => {
    expect(looks(other, '', [{ id: known, name: 'Known' }])).toBe(true);
  });

  it('is neither itself, nor one of the same site, nor one with a name of its own', () => {
    expect(looks(school.id, school.name)).toBe(false);
    expect(looks('did:web:trade-school.example', school.name)).toBe(false);
    expect(looks('https://trade-school.example/other', school.name)).toBe(false);
    expect(looks('did:key:z6MkOther', 'Town Library')).toBe(false);
    expect(looks('https://library.example/', 'Town Library')).toBe(false);
    expect(looks('did:key:z6MkOther', '', [{ id: 'did:key:z6MkNameless', name: '' }])).toBe(false);
    expect(lookAlikesOf({ id: 'did:key:z', name: school.name }, [])).toEqual([]);
  });

  it('is never worked out wrong by odd hosts and names', () => {
    for (const id of [
      '',
      'did:web:',
      'https://',
      'https://xn--/',
      'https://xn--a-/',
      'did:web:xn--9999999999.example',
      'https://[::1]/',
    ]) {
      expect(looks(id, '')).toBe(false);
    }
    expect(skeletonOf('')).toBe('');
    expect(skeletonOf('x'.repeat(100_000))).toHaveLength(100_000);
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { LibraryChange } from '../../shared/ipc/views.ts';
import { badgeSource, openAt, temporaryPlace } from '../support/temporary-library.ts';

/** A badge for a hashed identity. */
function hashedFor(number: number, type: string, identity: string, algorithm = 'sha256') {
  const salt = `salt ${number}`;
  const hex = createHash(algorithm).update(`${identity}${salt}`).digest('hex');
  return badgeSource(number, {
    recipient: { type, hashed: true, salt, identity: `${algorithm}$${hex}` },
  });
}

describe('whose badges they are', () => {
  test.each([
    ['email', 'ada.lovelace@home.example', ['Ada.Lovelace@home.example', 'ADA.LOVELACE@HOME.EXAMPLE']],
    ['email', 'Ada.Lovelace@Home.example', ['ada.lovelace@home.example', 'Ada.lovelace@home.example']],
    ['url', 'https://ada.example/', ['https://ada.example', 'http://ada.example/']],
    ['telephone', '+44 20 7946 0018', ['+442079460018', '00442079460018', 'tel:+442079460018']],
    ['id', 'did:key:z6MkAda', ['did:key:z6MkAda']],
  ])(
    'an identity of kind %s, %s, added later, makes the badges for its spellings one’s own at once',
    async (type, mine, spelled) => {
      const place = temporaryPlace();
      let library = await openAt(place);
      const others = [
        'nobody@home.example',
        'https://nobody.example/',
        '+15550100',
        'did:key:z6MkADA',
        'ada',
      ];
      await library.importFiles([
        ...spelled.map((identity, index) =>
          hashedFor(index + 1, type, identity, index % 2 === 0 ? 'sha256' : 'md5'),
        ),
        ...others.map((identity, index) => hashedFor(index + 11, type, identity)),
      ]);
      expect(library.view().badges.map(({ recipient }) => recipient)).toEqual(
        [...spelled, ...others].map(() => 'not-checked'),
      );
      const changes: LibraryChange[] = [];
      library.subscribe((change) => changes.push(change));
      const result = await library.edit({ kind: 'identity.add', address: ` ${mine} `, label: 'mine' });
      expect(result.matched).toBe(spelled.length);
      expect(changes[0]?.upserted).toHaveLength(spelled.length + others.length);
      const kind = type === 'id' ? 'did' : type;
      const expected = [{ address: mine, kind, label: 'mine', badgeCount: spelled.length }];
      expect(library.view().identities).toEqual(expected);
      await library.close();
      library = await openAt(place);
      expect(library.view().identities).toEqual(expected);
      expect(library.view().badges.filter(({ recipient }) => recipient === 'yours')).toHaveLength(
        spelled.length,
      );
      await library.undo();
      expect(library.view().badges.every(({ recipient }) => recipient === 'not-checked')).toBe(true);
      await library.close();
    },
  );

  test('the same identity in another spelling is there already; only its label changes', async () => {
    const library = await openAt(temporaryPlace());
    await library.edit({ kind: 'identity.add', address: 'Ada@Home.example', label: 'home' });
    const again = await library.edit({ kind: 'identity.add', address: 'ada@home.example', label: 'school' });
    expect(again).toMatchObject({ matched: 0, label: 'Add address' });
    expect(library.view().identities).toMatchObject([{ address: 'Ada@Home.example', label: 'school' }]);
    await library.edit({ kind: 'identity.relabel', address: 'ADA@home.example', label: 'work' });
    expect(library.view().identities).toMatchObject([{ label: 'work' }]);
    await library.undo();
    expect(library.view().identities).toMatchObject([{ label: 'school' }]);
    await library.close();
  });

  test('two DIDs that differ in letter case are two', async () => {
    const library = await openAt(temporaryPlace());
    await library.edit({ kind: 'identity.add', address: 'did:key:zABC', label: '' });
    await library.edit({ kind: 'identity.add', address: 'did:key:zabc', label: '' });
    expect(library.view().identities.map(({ address }) => address)).toEqual(['did:key:zABC', 'did:key:zabc']);
    await library.edit({ kind: 'identity.remove', address: 'did:key:zABC' });
    expect(library.view().identities.map(({ address }) => address)).toEqual(['did:key:zabc']);
    await library.close();
  });
});

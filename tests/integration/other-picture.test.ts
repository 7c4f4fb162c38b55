import { expect, test } from 'vitest';
import { pictureNote } from '../../renderer/inspector/picture-note.ts';
import { bake } from '../../shared/image/bake.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { achievementCredential } from '../factories/credentials.ts';
import { ed25519Key } from '../factories/keys.ts';
import { pngWith, tEXt } from '../factories/png.ts';
import { signDataIntegrity } from '../factories/sign-data-integrity.ts';
import { fileSource } from '../support/file-source.ts';
import { openAt, temporaryPlace } from '../support/temporary-library.ts';

const key = ed25519Key(1);

test('C15 a signed badge in another picture is judged as itself, and it is said that the picture is not signed', async () => {
  const text = JSON.stringify(await signDataIntegrity(achievementCredential(key.did), key));
  const [own, lifted] = [pngWith([]), pngWith([tEXt('Comment', 'A diploma of Harvard')])].map((picture) =>
    bake(picture, text),
  );
  const library = await openAt(temporaryPlace());
  await library.importFiles([
    { kind: 'bytes', name: 'welding.png', bytes: own ?? new Uint8Array() },
    { kind: 'bytes', name: 'diploma.png', bytes: lifted ?? new Uint8Array() },
    fileSource('welding.json', text),
  ]);
  const cards = library.view().badges;
  await library.check(cards.map(({ id }) => id));
  await library.knowIssuerOf(cards[0]?.id ?? '', { name: 'Trade School', note: '' });
  const shown = await Promise.all(
    library.view().badges.map(async ({ id, verdict }) => {
      const details = await library.details(id);
      return [details.fileName, verdict, details.badge.name, pictureNote(details)];
    }),
  );
  const name = 'Welding, level 1';
  expect(new Set(shown.map((one) => JSON.stringify(one)))).toEqual(
    new Set(
      [
        ['welding.png', 'verified', name, detailsWords.pictureNotSigned],
        ['diploma.png', 'verified', name, detailsWords.pictureNotSigned],
        ['welding.json', 'verified', name, null],
      ].map((one) => JSON.stringify(one)),
    ),
  );
  await library.close();
});

import { expect, it } from 'vitest';
import { uiWords } from '../../../../shared/text/ui-words.ts';
import { readProjectFile } from '../../../support/source-files.ts';

it('the shell that is painted before the script says what the window says then', () => {
  const words = [...readProjectFile('renderer/index.html').matchAll(/<p[^>]*>([^<]*)<\/p>/g)].map(
    ([, text]) => text,
  );
  expect(words).toEqual([uiWords.allBadges, uiWords.yourBadges, uiWords.allBadges]);
});

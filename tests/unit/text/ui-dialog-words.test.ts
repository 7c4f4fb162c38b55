import { expect, it } from 'vitest';
import { exportWords } from '../../../shared/text/ui-dialog-words.ts';

it('what leaves is told with dates as people write them, each once, and all else as it is', () => {
  const values = ['2025-08-17T16:00:00Z', '2025-08-17', '2014-10-09', 'learner@example.org', 'M-2025-08-17'];
  expect(exportWords.thatIs(values)).toBe(
    'That is: 17 August 2025; 9 October 2014; learner@example.org; M-2025-08-17',
  );
  expect(exportWords.thatIs(['a', 'b'], 12)).toBe('That is: a; b; and 12 more');
});

import { limits } from './limits.ts';

/**
 * The same pure function with its latest answers at hand, so many at most; those to very long texts are never kept. An
 * answer is shared by all who ask, so nobody may change it.
 */
export function lately<Answer>(most: number, answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Kept<Answer>>();
  let last: Kept<Answer> | null = null;
  return (text) => {
    if (last?.text === text) return last.answer;
    if (text.length > limits.textReadLatelyCharacters) return answer(text);
    last = known.get(text) ?? { text, answer: answer(text) };
    known.delete(text);
    known.set(text, last);
    const [oldest = ''] = known.size > most ? known.keys() : [];
    if (known.size > most) known.delete(oldest);
    return last.answer;
  };
}

interface Kept<Answer> {
  readonly text: string;
  readonly answer: Answer;
}

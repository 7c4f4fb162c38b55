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
    const held = known.get(text);
    last = held ?? { text, answer: answer(text) };
    // While there is room, nobody asks which is the oldest.
    if (held !== undefined && known.size < most) return held.answer;
    known.delete(text);
    known.set(text, last);
    if (known.size > most) known.delete(known.keys().next().value ?? '');
    return last.answer;
  };
}

interface Kept<Answer> {
  readonly text: string;
  readonly answer: Answer;
}

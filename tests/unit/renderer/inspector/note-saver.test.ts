import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createNoteSaver, type NoteState } from '../../../../renderer/inspector/note-saver.ts';

let saved: string[];
let states: NoteState[];
let answers: boolean[];

beforeEach(() => {
  vi.useFakeTimers();
  saved = [];
  states = [];
  answers = [];
});
afterEach(() => {
  vi.useRealTimers();
});

function make() {
  return createNoteSaver({
    save: async (text) => {
      saved.push(text);
      return answers.shift() ?? true;
    },
    onState: (state) => states.push(state),
  });
}

it('saves once typing pauses, only the last text', async () => {
  const saver = make();
  saver.typed('a');
  await vi.advanceTimersByTimeAsync(300);
  saver.typed('ab');
  await vi.advanceTimersByTimeAsync(499);
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(saved).toEqual(['ab']);
  expect(states).toEqual(['saving', 'saved']);
});

it('saves within a second of the first key, though typing goes on', async () => {
  const saver = make();
  for (let index = 0; index <= 10; index += 1) {
    saver.typed(`text ${index}`);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(saved).toHaveLength(1);
});

it('saves at once when the field is left, and nothing twice', async () => {
  const saver = make();
  saver.typed('a');
  saver.flush();
  saver.flush();
  await vi.runAllTimersAsync();
  expect(saved).toEqual(['a']);
});

it('what was typed while a saving ran is saved after it, never before', async () => {
  const done: ((isSaved: boolean) => void)[] = [];
  const saver = createNoteSaver({
    save: (text) => {
      saved.push(text);
      return new Promise((resolve) => done.push(resolve));
    },
    onState: (state) => states.push(state),
  });
  saver.typed('first');
  saver.flush();
  saver.typed('second');
  await vi.advanceTimersByTimeAsync(600);
  expect(saved).toEqual(['first']);
  done[0]?.(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toEqual(['first', 'second']);
  expect(states).toEqual(['saving', 'saving']);
});

it('says that it failed, keeps the text, and tries again when the field is left', async () => {
  answers = [false, true];
  const saver = make();
  saver.typed('kept');
  await vi.advanceTimersByTimeAsync(500);
  expect(states.at(-1)).toBe('failed');
  saver.flush();
  await vi.runAllTimersAsync();
  expect(saved).toEqual(['kept', 'kept']);
  expect(states.at(-1)).toBe('saved');
});

import { beforeEach, expect, it } from 'vitest';
import { takeEarlyTyping, typeEarly } from '../../../../renderer/palette/early-typing.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };
const press = (...keys: readonly string[]) => keys.map((key) => typeEarly({ ...plain, key }));

beforeEach(() => void takeEarlyTyping());

it('what is typed before the palette is there is handed to it once', () => {
  expect(press('c', 'ä', ' ', '🙂')).toEqual([true, true, true, true]);
  expect(takeEarlyTyping()).toBe('cä 🙂');
  expect(takeEarlyTyping()).toBe('');
});

it('what was taken back is gone, whole characters at a time', () => {
  press('Backspace', 'a', '🙂', 'Backspace', 'b');
  expect(takeEarlyTyping()).toBe('ab');
});

it('keys that write nothing are left to others', () => {
  expect(press('Enter', 'ArrowDown', 'Tab', 'F2', 'Shift', 'Escape')).not.toContain(true);
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) {
    expect(typeEarly({ ...plain, [modifier]: true, key: 'k' })).toBe(false);
  }
  expect(takeEarlyTyping()).toBe('');
});

import { describe, expect, it } from 'vitest';
import { latin1OfHex, latin1OfLiteral } from '../../../shared/pdf/pdf-strings.ts';

describe('latin1OfHex', () => {
  it.each([
    ['48656C6c6f', 'Hello'],
    ['48 65\n6c?6cZ6f', 'Hello'],
    ['7', 'p'],
    ['', ''],
    ['fffe00', '\xff\xfe\0'],
  ])('%j stands for %j', (digits, text) => {
    expect(latin1OfHex(`<${digits}>`, 1, digits.length + 1)).toBe(text);
  });
});

describe('latin1OfLiteral', () => {
  it.each([
    ['plain) rest', 'plain', 6],
    ['in (pairs) too) rest', 'in (pairs) too', 15],
    ['\\(one\\)) rest', '(one)', 8],
    ['\\n\\r\\t\\b\\f\\\\\\x)', '\n\r\t\b\f\\x', 15],
    ['\\1015\\7x\\777)', 'A5\x07x\xff', 13],
    ['two \\\nlines\\\r\nand\\\rmore)', 'two linesandmore', 24],
    ['no end', 'no end', 7],
    ['half \\', 'half ', 7],
  ])('%j is %j', (text, latin1, end) => {
    expect(latin1OfLiteral(text, 0)).toEqual({ latin1, end });
  });
});

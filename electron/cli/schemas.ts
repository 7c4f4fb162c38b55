import { z } from 'zod';
import { expectedWords, usageWords } from '../../shared/text/command-line.ts';
import type { OptionSpec } from './command.ts';

const rfc3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/;

/** Schemas of option values that several commands share. Their messages are whole sentences for the person. */
export const flag = z.boolean().default(false);
export const optionalText = (option: string) =>
  z.string().min(1, usageWords.badOption(option, expectedWords.text)).optional();
export const requiredText = (option: string) =>
  z
    .string({ error: usageWords.missingOption(option) })
    .min(1, usageWords.badOption(option, expectedWords.text));

/** RFC 3339 with a zone, as milliseconds since 1970. */
const instantMs = (option: string) =>
  z
    .string()
    .regex(rfc3339, usageWords.badOption(option, expectedWords.instant))
    .transform((text) => Date.parse(text.toUpperCase()))
    .refine((time) => !Number.isNaN(time), usageWords.badOption(option, expectedWords.instant))
    .optional();

/** A whole number of days, at most some lifetimes. */
export const days = (option: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, usageWords.badOption(option, expectedWords.days))
    .transform(Number)
    .optional();

export const jobs = z
  .string()
  .regex(/^([1-9]|[1-5]\d|6[0-4])$/, usageWords.badOption('--jobs', expectedWords.jobs))
  .transform(Number)
  .default(4);

/** The options that `check` and `import` share. */
export const checkingOptions: readonly OptionSpec[] = [
  { name: 'json', kind: 'flag', help: 'One JSON object a line, for scripts.' },
  { name: 'offline', kind: 'flag', help: 'Open no network connection at all.' },
  {
    name: 'documents',
    kind: 'value',
    placeholder: 'MAP',
    help: 'Documents captured earlier (JSON: URL → file); used first.',
  },
  {
    name: 'captured-at',
    kind: 'value',
    placeholder: 'DATE',
    help: 'When those were captured (default: the file’s own time).',
  },
  {
    name: 'now',
    kind: 'value',
    placeholder: 'DATE',
    help: 'The clock to judge by, such as 2026-11-22T00:00:00Z.',
  },
  {
    name: 'identity',
    kind: 'values',
    placeholder: 'ADDRESS',
    help: 'An address of the earner; may be given more than once.',
  },
  { name: 'trust', kind: 'value', placeholder: 'FILE', help: 'Issuers that you know (JSON).' },
  { name: 'jobs', kind: 'value', placeholder: 'N', help: 'How many files at once (default: 4).' },
];

export const checkingSchema = z.object({
  json: flag,
  offline: flag,
  documents: optionalText('--documents'),
  'captured-at': instantMs('--captured-at'),
  now: instantMs('--now'),
  identity: z.array(z.string().min(1, usageWords.badOption('--identity', expectedWords.text))).default([]),
  trust: optionalText('--trust'),
  jobs,
});

export type CheckingOptions = z.infer<typeof checkingSchema>;

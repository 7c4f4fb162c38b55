import { createContext, runInContext } from 'node:vm';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { parseJsonBytes } from '../../../shared/badge/json-text.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../shared/json.ts';
import { limits } from '../../../shared/limits.ts';
import type { SchemaAnswer, SchemaPort } from '../../../shared/verify/ports.ts';

/**
 * JSON Schemas by ajv, which makes code out of each: for the worker and the command line, never for a page. Loaded when
 * the first badge names a schema. Both making and running the code stop at the time limit, even inside a pattern.
 */
export const nodeSchemas: SchemaPort = { judge: judgeBySchema };

async function judgeBySchema(schemaText: string, document: JsonObject): Promise<SchemaAnswer> {
  try {
    const kept = checkers.get(schemaText);
    const make = kept === undefined ? await makerOf(schemaText) : () => kept;
    if (make === null) return { kind: 'unusable' };
    return withinTime(() => {
      const checker = make();
      keep(schemaText, checker);
      if (checker(document) === true) return { kind: 'fits' };
      return differing(checker.errors?.[0]);
    });
  } catch (error) {
    return { kind: isTimeout(error) ? 'too-long' : 'unusable' };
  }
}

/** What compiles the schema; null for what is no schema of a known draft. */
async function makerOf(schemaText: string): Promise<(() => ValidateFunction) | null> {
  const value: Json = parseJsonBytes(new TextEncoder().encode(schemaText)).value;
  if (!isJsonObject(value)) return null;
  const { $schema, ...schema } = value;
  const draft = draftOf($schema);
  if (draft === null) return null;
  const Ajv = await loaders[draft]();
  const { default: addFormats } = await import('ajv-formats');
  return () => {
    const ajv = new Ajv(options);
    addFormats.default(ajv);
    return ajv.compile(schema);
  };
}

/** One of its own for each schema, so that none can give itself the name of another. */
const options = {
  strict: false,
  allErrors: false,
  inlineRefs: false,
  logger: false,
  validateFormats: true,
} as const;

const loaders = {
  '4': async () => (await import('ajv-draft-04')).default,
  '7': async () => (await import('ajv')).Ajv,
  '2019': async () => (await import('ajv/dist/2019.js')).Ajv2019,
  '2020': async () => (await import('ajv/dist/2020.js')).Ajv2020,
} as const;

/** The draft that the schema names; 1EdTech's schemas and those that name none are of 2019-09. */
function draftOf(name: Json | undefined): keyof typeof loaders | null {
  if (name === undefined) return '2019';
  const path = typeof name === 'string' ? /^https?:\/\/json-schema\.org\/([^#]*)#?$/.exec(name)?.[1] : null;
  if (path === 'draft/2019-09/schema') return '2019';
  if (path === 'draft/2020-12/schema') return '2020';
  if (path === 'draft-04/schema') return '4';
  return path === 'draft-07/schema' ? '7' : null;
}

/** The watchdog of `vm` stops whatever runs in this call, code of ours and patterns included. */
function withinTime(work: () => SchemaAnswer): SchemaAnswer {
  // The context runs one call of ours and gives back what that gave.
  return runInContext('work()', createContext({ work }), { timeout: limits.schemaTimeoutMs }) as SchemaAnswer;
}

function differing(error: ErrorObject | undefined): SchemaAnswer {
  return { kind: 'differs', place: error?.instancePath || '/', what: error?.message ?? 'does not fit' };
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

/** Checkers used last, by the text of their schema. */
const checkers = new Map<string, ValidateFunction>();

function keep(schemaText: string, checker: ValidateFunction): void {
  checkers.delete(schemaText);
  checkers.set(schemaText, checker);
  const [oldest] = checkers.keys();
  if (checkers.size > limits.schemasKept && oldest !== undefined) checkers.delete(oldest);
}

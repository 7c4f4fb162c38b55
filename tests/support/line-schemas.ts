import { z } from 'zod';

/** The shapes of `--json`, written down a second time from the contract: strict, so that an extra field is noticed too. */
const outcome = z.enum(['pass', 'warn', 'fail', 'unknown', 'not-applicable']);
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);

const check = z.strictObject({
  id: z.string().regex(/^[a-z0-9.-]+$/),
  outcome,
  code: z.string().nullable(),
  asOf: instant,
  source: z.enum(['live', 'captured', 'local']),
  message: z.string().min(1),
});

const report = {
  verdict: z.enum([
    'altered',
    'issuer-mismatch',
    'revoked',
    'malformed',
    'expired',
    'not-yet-valid',
    'suspended',
    'unconfirmed',
    'partial',
    'unchecked',
    'unsigned',
    'verified-earlier',
    'verified',
  ]),
  integrity: z.enum(['intact', 'partial', 'altered', 'unsupported', 'unsigned']),
  issuerBinding: z.enum(['confirmed', 'self-asserted', 'unconfirmed', 'mismatch']),
  standing: z.enum(['current', 'expired', 'not-yet-valid', 'revoked', 'suspended', 'unknown']),
  conformance: z.enum(['conformant', 'deviates', 'malformed']),
  recipient: z.enum(['yours', 'not-yours', 'not-checked']),
  unsignedPaths: z.array(z.string().regex(/^(\/.*)?$/)),
  checks: z.array(check),
};

const badge = z.strictObject({
  id: z.string().nullable(),
  version: z.enum(['0.5', '1.0', '1.1', '2.x', '3.0', 'clr-2.0', 'vc-1.1', 'vc-2.0', 'unknown']),
  form: z.enum(['hosted', 'jws', 'vc-jwt', 'data-integrity', 'sd-jwt', 'blockcerts', 'none']),
  name: z.string(),
  issuer: z.strictObject({ id: z.string().nullable(), name: z.string().nullable() }),
  issuedOn: z.string().nullable(),
  expires: z.string().nullable(),
  ...report,
  endorsements: z.array(z.strictObject(report)),
  source: z.strictObject({ path: z.array(z.string()) }),
});

const error = z.strictObject({
  code: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/),
  message: z.string().min(1).max(200),
  next: z.string().min(1).max(200),
});

export const fileLineSchema = z.union([
  z.strictObject({
    file: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    error: z.null(),
    container: z.string(),
    badges: z.array(badge).min(1),
  }),
  z.strictObject({
    file: z.string(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    error,
    container: z.null(),
    badges: z.array(badge).max(0),
  }),
]);

export const importLineSchema = z.union([
  z.strictObject({ file: z.string(), imported: z.string().regex(/^[0-9a-f]{64}(\.\d+)?$/) }),
  z.strictObject({ file: z.string(), already: z.string().regex(/^[0-9a-f]{64}(\.\d+)?$/) }),
  z.strictObject({ file: z.string(), error }),
]);

export const listLineSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{64}(\.\d+)?$/),
  name: z.string(),
  issuer: z.strictObject({ id: z.string(), name: z.string() }),
  version: badge.shape.version,
  issuedOn: z.string().nullable(),
  expires: z.string().nullable(),
  addedAt: instant,
  verdict: report.verdict.nullable(),
  verdictAsOf: instant.nullable(),
  recipient: report.recipient,
  tags: z.array(z.string()),
  collections: z.array(z.string()),
});

export const backupLineSchema = z.strictObject({
  file: z.string(),
  library: z.string().min(1),
  badges: z.number().int().min(0),
  files: z.number().int().min(1),
  bytes: z.number().int().min(1),
  locked: z.boolean(),
  recoveryCode: z.string().nullable(),
  asOf: z.string().nullable(),
  missing: z.array(z.string()),
});

export const restoreLineSchema = z.strictObject({
  file: z.string(),
  library: z.string().min(1),
  changed: z.boolean(),
  badges: z.number().int().min(0),
  newBadges: z.number().int().min(0),
  staysRemoved: z.number().int().min(0),
  leftOut: z.number().int().min(0),
  asOf: z.string().nullable(),
});

export const doctorReportSchema = z.strictObject({
  libraryId: z.string().min(1),
  badges: z.number().int().min(0),
  findings: z.array(
    z.strictObject({
      kind: z.string(),
      severity: z.string(),
      subject: z.string(),
      message: z.string().min(1).max(200),
      next: z.string(),
      repaired: z.boolean(),
    }),
  ),
  setAside: z.number().int().min(0),
  isSound: z.boolean(),
});

export const caseLineSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  proof: z.string(),
  expected: z.enum(['valid', 'invalid', 'parse-ok', 'parse-error', 'unknown']),
  judgement: z.enum(['agree', 'false green', 'false alarm', 'undecided', 'crashed']),
  shown: z.string().min(1),
  why: z.string().min(1),
});

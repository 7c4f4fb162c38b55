import type { Verdict } from '../../shared/verify/report.ts';
import type { Family } from './matrix.ts';

/**
 * What must be said of each mutation, by how the suite makes its bytes. Where the holder chooses what is shown (`sd`), a
 * badge is green only when both its status and its end are shown.
 */
export const matrixVerdicts: Readonly<Record<string, Readonly<Record<Family, Verdict>>>> = {
  none: { rdfc: 'verified', jcs: 'verified', sd: 'unchecked', jwt: 'verified' },
  signature: { rdfc: 'altered', jcs: 'altered', sd: 'altered', jwt: 'altered' },
  payload: { rdfc: 'altered', jcs: 'altered', sd: 'altered', jwt: 'altered' },
  'undefined term': { rdfc: 'partial', jcs: 'altered', sd: 'unchecked', jwt: 'altered' },
  'inline context': { rdfc: 'unchecked', jcs: 'altered', sd: 'unchecked', jwt: 'altered' },
  'other key': { rdfc: 'altered', jcs: 'altered', sd: 'altered', jwt: 'altered' },
  'other issuer': {
    rdfc: 'issuer-mismatch',
    jcs: 'issuer-mismatch',
    sd: 'issuer-mismatch',
    jwt: 'issuer-mismatch',
  },
  expired: { rdfc: 'expired', jcs: 'expired', sd: 'expired', jwt: 'expired' },
  'not yet valid': { rdfc: 'not-yet-valid', jcs: 'not-yet-valid', sd: 'not-yet-valid', jwt: 'not-yet-valid' },
  'status bit clear': { rdfc: 'verified', jcs: 'verified', sd: 'unchecked', jwt: 'verified' },
  'status bit clear, with an end': { rdfc: 'verified', jcs: 'verified', sd: 'verified', jwt: 'verified' },
  'status bit set': { rdfc: 'revoked', jcs: 'revoked', sd: 'revoked', jwt: 'revoked' },
};

import { readDate } from '../badge/dates.ts';
import { listOf } from '../badge/fields.ts';
import { typesOf } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { CheckCode } from '../text/checks.ts';
import type { Finding } from './run.ts';
import type { StructureRule } from './structure-rule-names.ts';

type Facts = Readonly<Record<string, string>>;

/** Collects what breaks the rules of a standard, one finding a rule, with the rule's stable id. */
export class StructureRules {
  readonly findings: Finding[] = [];

  /** A rule that every badge must keep. */
  must(holds: boolean, rule: StructureRule, code: CheckCode, what: string, facts?: Facts): void {
    if (!holds) this.#add('fail', rule, code, { what, ...facts });
  }

  /** A rule of the standard that issuers break in practice and that takes nothing from the badge's meaning. */
  should(holds: boolean, rule: StructureRule, code: CheckCode, what: string, facts?: Facts): void {
    if (!holds) this.#add('warn', rule, code, { what, ...facts });
  }

  /** Every object in the value of the member must be of the type; a member that is not there breaks nothing. */
  typeOf(value: Json | undefined, member: string, type: string, rule: StructureRule): void {
    if (value === undefined) return;
    for (const entry of listOf(value)) {
      if (isJsonObject(entry)) this.must(isOfType(entry, type), rule, 'structure/wrong-type', member);
    }
  }

  #add(outcome: 'fail' | 'warn', rule: StructureRule, code: CheckCode, facts: Facts): void {
    const id = `structure.${rule}`;
    if (this.findings.some((finding) => finding.id === id && finding.outcome === outcome)) return;
    this.findings.push({ id, outcome, code, facts });
  }
}

/** True where one of the object's types has this local name. */
export function isOfType(object: JsonObject, type: string): boolean {
  const value = object.type;
  if (value === type) return true;
  return Array.isArray(value) && value[0] === type ? true : typesOf(object).includes(type);
}

/** True for a day with a time, as credentials write them (RFC 3339; the zone is asked for elsewhere). */
export function isDateTime(value: Json | undefined): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && readDate(value) !== null;
}

/** True for a text that says something. */
export function isFilled(value: Json | undefined): boolean {
  if (typeof value !== 'string') return false;
  const first = value.charCodeAt(0);
  // A letter, a digit or a sign: only what begins otherwise may be blank.
  return (first > 0x20 && first < 0x7f) || value.trim() !== '';
}

/** True for a text, or a language value or map with nothing else in it (VCDM 2.0, section 11.1). */
export function isLanguageText(value: Json | undefined): boolean {
  if (typeof value === 'string') return true;
  return listOf(value).every(
    (entry) =>
      typeof entry === 'string' ||
      (isJsonObject(entry) &&
        Object.entries(entry).every(
          ([key, text]) =>
            ['@value', '@language', '@direction'].includes(key) &&
            (typeof text === 'string' || text === null),
        )),
  );
}

import type { Json, JsonObject } from '../../shared/json.ts';
import type { Finding } from '../../shared/verify/run.ts';
import { checkStructure } from '../../shared/verify/structure.ts';
import {
  originOfClass,
  structureOfLinked,
  structureOfRevocationList,
} from '../../shared/verify/structure-ob2-linked.ts';
import { badgeOf } from './ports.ts';
import {
  whole05,
  whole11,
  whole20,
  whole30,
  wholeClass,
  wholeEndorsement20,
  wholePresentation,
  wholeProfile,
  wholeRecord,
  wholeStatusList,
  withChange,
} from './whole-badges.ts';

/** What is judged: a whole badge that keeps every rule, and the findings about a document of its kind. */
interface Kind {
  readonly whole: JsonObject;
  judge(document: JsonObject): readonly Finding[];
}

const asBadge = (whole: JsonObject): Kind => ({
  whole,
  judge: (document) => checkStructure(badgeOf(document)),
});

export const kinds = {
  '0.5': asBadge(whole05),
  '1.1': asBadge(whole11),
  '2.0': asBadge(whole20),
  'endorsement 2.0': asBadge(wholeEndorsement20),
  '3.0': asBadge(whole30),
  'signed 2.0': {
    whole: whole20,
    judge: (document) => checkStructure({ ...badgeOf(document), form: 'jws' }),
  },
  'class 2.0': { whole: wholeClass, judge: (document) => structureOfLinked('2.x', document, wholeProfile) },
  'profile 2.0': { whole: wholeProfile, judge: (document) => structureOfLinked('2.x', wholeClass, document) },
  presentation: asBadge(wholePresentation),
  record: asBadge(wholeRecord),
  'status list 1.1': asBadge(
    withChange(wholeStatusList, '@context', ['https://www.w3.org/2018/credentials/v1']),
  ),
  'status list': asBadge(wholeStatusList),
  'revocation list': {
    whole: {
      type: 'RevocationList',
      revokedAssertions: ['https://a.example/1', { id: 'urn:x:1' }, { uid: 'a' }],
    },
    judge: structureOfRevocationList,
  },
  origin: {
    whole: { badge: 'https://school.example.org/badges/1' },
    judge: ({ badge }) => originOfClass('https://school.example.org/assertions/1', String(badge)),
  },
} as const satisfies Record<string, Kind>;

/** One change of a whole badge that breaks a rule. */
export type Example = readonly [
  kind: keyof typeof kinds,
  path: string,
  wrong: Json | undefined,
  outcome: 'fail' | 'warn',
];

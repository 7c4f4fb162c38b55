import type { Report } from './report.ts';

/** For each of the endorsements the one of the others that is by the same endorser, in the same words; null: none is. */
export function pairedEndorsements(
  endorsements: readonly Report[],
  others: readonly Report[],
): readonly (Report | null)[] {
  const left = [...others];
  return endorsements.map((one) => {
    const words = JSON.stringify(one.about ?? null);
    const place = left.findIndex(({ about }) => JSON.stringify(about ?? null) === words);
    return place === -1 ? null : (left.splice(place, 1)[0] ?? null);
  });
}

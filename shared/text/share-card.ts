import { counted } from './counted.ts';
/** The words on a picture of a badge or a portfolio. Anybody can draw such a picture: it never says more than when and by whom. */
export const cardText = {
  issuedBy: (issuer: string): string => `Issued by ${issuer}`,
  claimsIssuer: (issuer: string): string => `Names as its issuer, not confirmed: ${issuer}`,
  heldBy: (name: string): string => `Given to ${name}`,
  issuedOn: (date: string): string => `Issued on ${date}`,
  validUntil: (date: string): string => `valid until ${date}`,
  countOf: (count: number): string => counted(count, 'badge'),

  verified: (date: string): string => `Verified on ${date} by Badge Backpack`,
  verifiedEarlier: (date: string): string => `Verified earlier, as of ${date}, by Badge Backpack`,
  otherwise: (word: string, date: string): string => `${word}: found on ${date} by Badge Backpack`,
  notChecked: 'Not checked',
  standing: (counts: string, date: string): string => `Badge Backpack on ${date}: ${counts}`,
  others: (count: number): string => counted(count, 'other'),

  howToCheck: 'A picture proves nothing: ask for the badge and check it with Badge Backpack.',
  howToCheckAt: (host: string): string =>
    `A picture proves nothing: ask ${host}, or check the badge with Badge Backpack.`,
  howToCheckMany: 'A picture proves nothing: ask for the badges and check them with Badge Backpack.',

  more: (count: number): string => `+${count}`,
} as const;

/** The words of an embed snippet beside those of its card. */
export const embedText = {
  notAProof: 'This is a picture, not a check.',
} as const;

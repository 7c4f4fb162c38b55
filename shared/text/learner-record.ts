/** What a learner record (CLR 2.0) that its holder made says of itself, to every program that shows it. */
export const learnerRecordText = {
  description:
    'Put together by its holder with Badge Backpack; not issued by an institution. Each badge in it carries its own proof and is to be checked by itself.',
} as const;

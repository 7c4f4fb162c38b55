/** What a portfolio can be saved as. */
export const exportFormats = ['html', 'pdf', 'zip', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * The forms of JSON: a presentation that nobody signed, one that its holder signed, and a learner record (CLR 2.0) that its
 * holder put together and signed.
 */
export const jsonShapes = ['plain', 'signed', 'clr'] as const;
export type JsonShape = (typeof jsonShapes)[number];
/** What else leaves: a picture card, what LinkedIn's form is filled with. */
export const receiptFormats = [...exportFormats, 'card', 'linkedin'] as const;

/** What a portfolio can be saved as. */
export const exportFormats = ['html', 'pdf', 'zip', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

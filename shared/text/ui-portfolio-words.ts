/** Words of the portfolios in the window. */
export const portfolioWords = {
  copyOf: (title: string): string => `${title} (copy)`,
} as const;

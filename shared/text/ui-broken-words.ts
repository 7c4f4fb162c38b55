/** What the page says when its own script cannot go on. On its own, so that nothing else must be there for it. */
export const brokenWords = {
  title: 'The window stopped working',
  text: 'Something in it failed. Your badges are safe in their folder. Show it anew; if it stops again, start the app again or install it once more.',
  again: 'Show the window anew',
} as const;

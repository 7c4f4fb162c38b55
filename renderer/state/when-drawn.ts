/**
 * Resolves when what was just decided is on the screen, so that nobody's work gets before it; after `mostMs` also in a
 * window that draws nothing, as one that is minimised.
 */
export function whenDrawn(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, mostMs);
    requestAnimationFrame(() => {
      // A frame's own callbacks come before it is drawn.
      requestAnimationFrame(() => {
        clearTimeout(timer);
        setTimeout(resolve);
      });
    });
  });
}

const mostMs = 300;

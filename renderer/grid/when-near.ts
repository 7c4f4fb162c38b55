const nearPixels = 400;

const waiting = new WeakMap<Element, () => void>();

/** One for all: each of a thousand would be asked at every scroll. */
const watch = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watch.unobserve(target);
      waiting.get(target)?.();
    }
  },
  { rootMargin: `${nearPixels}px`, scrollMargin: `${nearPixels}px` },
);

/** Calls once, when the element is seen or nearly so; the answer stops waiting. */
export function whenNear(element: Element, then: () => void): () => void {
  waiting.set(element, then);
  watch.observe(element);
  return () => {
    waiting.delete(element);
    watch.unobserve(element);
  };
}

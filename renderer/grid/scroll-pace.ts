/** Whether a person scrolls, and so how long a card has to stand before its picture is asked for. */
export interface ScrollPace {
  /** `now` in milliseconds, here and below. */
  noteScroll(now: number): void;
  /** In milliseconds; 0: nothing is scrolled now. */
  pictureDelay(now: number): number;
}

/**
 * While a person flies over the badges, most cards are gone before anybody could tell what they show: their pictures
 * are neither read nor drawn. A card comes into being a third of the window before it is seen, so that at a pace at
 * which names can be read its picture is there in time.
 */
export function createScrollPace(): ScrollPace {
  let scrolledAt = Number.NEGATIVE_INFINITY;
  return {
    noteScroll: (now) => {
      scrolledAt = now;
    },
    pictureDelay: (now) => (now - scrolledAt < standMs ? standMs : 0),
  };
}

/** Six frames: what is gone sooner was a blur. */
const standMs = 100;

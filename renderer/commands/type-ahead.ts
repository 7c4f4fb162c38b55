/** How long after a letter the next one still belongs to the same name, in milliseconds; react-aria's own span. */
const spanMs = 1_000;

let lastLetterAt = Number.NEGATIVE_INFINITY;

/** Whether a name is being typed among the badges, to go to it. `at`: the event's time stamp. */
export function isTypingName(at: number): boolean {
  return at - lastLetterAt < spanMs;
}

/** Notes a letter that goes to the grid. */
export function noteTyping(event: KeyboardEvent): void {
  const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
  if (isLetter) lastLetterAt = event.timeStamp;
}

/** Marks that say what a part of the window is, for keys and for moving the focus. */
export const zones = {
  grid: 'grid',
  places: 'places',
  details: 'details',
  search: 'search',
  note: 'note',
} as const;

/** Where the focus is, as far as keys are concerned. */
export function focusZone(): 'text' | 'grid' | 'places' | 'other' {
  const active = document.activeElement;
  if (isTextField(active)) return 'text';
  if (active?.closest(`[data-zone="${zones.grid}"]`)) return 'grid';
  if (active?.closest(`[data-zone="${zones.places}"]`)) return 'places';
  return active === document.body ? 'grid' : 'other';
}

/** A place where letters are typed. */
export function isTextField(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return true;
  if (element instanceof HTMLInputElement)
    return !/^(?:checkbox|radio|button|submit|range)$/.test(element.type);
  return element instanceof HTMLElement && element.isContentEditable;
}

export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>(`[data-zone="${zones.search}"] input`);
  field?.focus();
  field?.select();
}

export function focusDetails(): void {
  document.querySelector<HTMLElement>(`[data-zone="${zones.details}"]`)?.focus();
}

/** Back to the card that had the focus, else to the grid. */
export function focusGrid(): void {
  const grid = document.querySelector<HTMLElement>(`[data-zone="${zones.grid}"] [role="listbox"]`);
  const card = grid?.querySelector<HTMLElement>('[role="option"][tabindex="0"]');
  (card ?? grid)?.focus();
}

/** To the badges, or to what stands in their place. */
export function focusMain(): void {
  focusGrid();
  if (document.activeElement !== document.body) return;
  // The details are empty too where nothing is selected, and hidden in a narrow window.
  const empties = [...document.querySelectorAll<HTMLElement>('main [data-empty-state]')];
  const empty = empties.find((one) => one.closest(`[data-zone="${zones.details}"]`) === null);
  (empty?.querySelector<HTMLElement>('button:not([disabled])') ?? empty)?.focus();
}

/** To the card of a badge, where it is drawn. */
export function focusCard(id: string): void {
  document.querySelector<HTMLElement>(`[data-zone="${zones.grid}"] [data-key="${CSS.escape(id)}"]`)?.focus();
}

/** To the person's note in the details. */
export function focusNote(): void {
  document.querySelector<HTMLElement>(`[data-zone="${zones.note}"] textarea`)?.focus();
}

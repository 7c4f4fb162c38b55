/** Puts the focus on the row of a badge once it is drawn where it went. */
export function focusEntry(badgeId: string): void {
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(badgeId)}"]`);
    row?.querySelector<HTMLElement>('[data-focus]')?.focus();
  });
}

/**
 * An Enter that closes a dialog is let go of where the focus goes back to, and there begins to drag what can be dragged by
 * keys: everything else would be hidden until Escape. Only an Enter that was pressed on the thing itself is heard by it.
 * Answers how to stop.
 */
export function ignoreStrayEnter(): () => void {
  let pressedOn: EventTarget | null = null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') pressedOn = event.target;
  };
  // Whoever waits at the document for the end of a press still hears it.
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target !== pressedOn) event.stopPropagation();
  };
  document.addEventListener('keydown', onKeyDown, { capture: true });
  document.addEventListener('keyup', onKeyUp, { capture: true });
  return () => {
    document.removeEventListener('keydown', onKeyDown, { capture: true });
    document.removeEventListener('keyup', onKeyUp, { capture: true });
  };
}

import { brokenWords } from '../shared/text/ui-broken-words.ts';

/**
 * Says in the page that its script cannot go on, with what can be done: instead of a shell that nothing fills, or of
 * nothing. It takes no part of the window, which may be what failed.
 */
export function tellBroken(error: unknown): void {
  console.error(error);
  const title = part('h1', brokenWords.title);
  const text = part('p', brokenWords.text);
  const again = part('button', brokenWords.again);
  again.addEventListener('click', () => location.reload());
  const box = document.createElement('div');
  box.className = 'broken';
  box.append(title, text, again);
  box.setAttribute('role', 'alert');
  // In a later turn: what drew the window still takes its own pieces away.
  setTimeout(() => {
    document.body.replaceChildren(box);
    again.focus();
  });
}

function part(name: 'h1' | 'p' | 'button', text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

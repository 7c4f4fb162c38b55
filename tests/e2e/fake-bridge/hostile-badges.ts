import type { BadgeDetails } from '../../../shared/ipc/views.ts';
import { detailsOf } from './fake-badges.ts';

const hostileNames = [
  '\u202eegdab lufmraH\u202c',
  '✓ Verified\nby everybody',
  `Zalgo ${'a\u0301\u0302\u0303\u0304\u0305'.repeat(60)}`,
  'x'.repeat(1_000_000),
  '<img src=x onerror="window.__pwned=1"><script>window.__pwned=1</script>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template that must stay as it is
  '${7*7} {{7*7}} <style>*{display:none}</style>',
  'Tags \u{e0041}\u{e0042} and zero\u200bwidth',
  'مرحبا بالعالم',
];

const hostileNarrative = [
  '<img src=x onerror="window.__pwned=1">',
  '<script>window.__pwned = 1</script>',
  '[click](javascript:window.__pwned=1) [data](data:text/html,hi) [file](file:///etc/passwd)',
  '![picture](https://tracker.example/pixel.png)',
  '<style>body { display: none }</style>',
  '# A heading that is not ours',
  '[https://bank.example](https://аррӏе.example/login)',
].join('\n\n');

/** Badges whose texts try to break out, mislead or stop the window (threats C09 to C11, H09, J14). */
export function hostileBadge(index: number): BadgeDetails {
  const name = hostileNames[index % hostileNames.length] ?? '';
  return detailsOf({
    index,
    name,
    issuerName: index % 2 ? '✓ Verified' : 'Масhine Univеrsity',
    host: index % 2 ? 'xn--pple-43d.com' : 'аpple.example',
    recipient: 'not-checked',
    verdict: 'unsigned',
    narrative: hostileNarrative,
  });
}

import { describe, expect, it } from 'vitest';
import { html, styleElement } from '../../../shared/portfolio/html.ts';

describe('html', () => {
  it('escapes what would end an element, an attribute or a reference', () => {
    expect(html`<p title="${'"\'`<>&'}">${'</p><script>'}</p>`.text).toBe(
      '<p title="&quot;&#39;&#96;&lt;&gt;&amp;">&lt;/p&gt;&lt;script&gt;</p>',
    );
  });

  it('puts markup in as it is, and a list of it in order', () => {
    const items = [html`<li>${'a<'}</li>`, html`<li>b</li>`];
    expect(html`<ul>${items}</ul>${null}${3}`.text).toBe('<ul><li>a&lt;</li><li>b</li></ul>3');
  });

  it('takes no look-alike for markup', () => {
    const lookAlike = JSON.parse('[{"text":"<b>"}]') as readonly never[];
    expect(() => html`${lookAlike[0] ?? null}`).toThrow();
  });

  it('shows characters that HTML forbids as U+FFFD', () => {
    expect(html`${'\u0000a\u001b\u0085\ud800\ufffe\u{1ffff}'}`.text).toBe(
      '\ufffda\ufffd\ufffd\ufffd\ufffd\ufffd',
    );
    expect(html`${'a\n\tb \u{1f600}'}`.text).toBe('a\n\tb \u{1f600}');
  });

  it('refuses a style that could end its own element', () => {
    expect(() => styleElement('a{}</style>')).toThrow(TypeError);
  });
});

const hues = [255, 12, 150, 200, 40, 320, 90, 280];

/** A plausible badge picture as a data URI; the index chooses shape and colour, and some transparent ground. */
export function fakeArt(index: number, letters: string): string {
  const hue = hues[index % hues.length] ?? 0;
  const fill = `hsl(${hue} 55% 45%)`;
  const light = `hsl(${hue} 60% 88%)`;
  const shapes = [
    `<path d="M100 8l80 46v92l-80 46-80-46V54z" fill="${fill}"/><path d="M100 28l62 36v72l-62 36-62-36V64z" fill="none" stroke="${light}" stroke-width="4"/>`,
    `<circle cx="100" cy="100" r="90" fill="${fill}"/><circle cx="100" cy="100" r="74" fill="none" stroke="${light}" stroke-width="3" stroke-dasharray="2 7"/>`,
    `<path d="M100 10l76 24v60c0 46-32 78-76 98-44-20-76-52-76-98V34z" fill="${fill}"/><path d="M40 96h120" stroke="${light}" stroke-width="3"/>`,
    `<rect x="14" y="14" width="172" height="172" rx="34" fill="${fill}"/><circle cx="100" cy="100" r="62" fill="none" stroke="${light}" stroke-width="4"/>`,
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200" viewBox="0 0 200 200">${shapes[index % shapes.length]}<text x="100" y="118" font-family="sans-serif" font-size="52" font-weight="700" text-anchor="middle" fill="${light}">${letters}</text></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

/** A component of a calendar (RFC 5545): its lines by name, and what is inside it. */
export interface Component {
  readonly name: string;
  /** `DTSTART;VALUE=DATE` → `20270203`; text values are still escaped. */
  readonly lines: readonly (readonly [string, string])[];
  readonly inside: readonly Component[];
}

/** Reads one calendar, strictly: CRLF, at most 75 octets a line, everything that begins ends. */
export function readCalendar(text: string): Component {
  if (!text.endsWith('\r\n') || /(?<!\r)\n|\r(?!\n)/.test(text)) throw new Error('lines end with CRLF');
  const physical = text.slice(0, -2).split('\r\n');
  const long = physical.find((line) => Buffer.byteLength(line) > 75);
  if (long !== undefined) throw new Error(`more than 75 octets: ${long}`);
  const lines: string[] = [];
  for (const line of physical) {
    if (/^[ \t]/.test(line)) lines.push((lines.pop() ?? '') + line.slice(1));
    else lines.push(line);
  }
  const stack: { name: string; lines: [string, string][]; inside: Component[] }[] = [
    { name: '', lines: [], inside: [] },
  ];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z][A-Z0-9-]*(?:;[A-Z-]+=[^:;,"]+)*):(.*)$/s.exec(line) ?? [];
    if (name === '') throw new Error(`no content line: ${line}`);
    if (name === 'BEGIN') stack.push({ name: value, lines: [], inside: [] });
    else if (name === 'END') {
      const ended = stack.pop();
      if (ended?.name !== value) throw new Error(`${value} ends and did not begin`);
      stack.at(-1)?.inside.push(ended);
    } else stack.at(-1)?.lines.push([name, value]);
  }
  const [calendar] = stack[0]?.inside ?? [];
  if (stack.length !== 1 || calendar?.name !== 'VCALENDAR') throw new Error('not one calendar');
  return calendar;
}

/** The value of the one line of that name. */
export function lineOf(component: Component | undefined, name: string): string {
  const found = component?.lines.filter(([key]) => key === name) ?? [];
  if (found.length !== 1) throw new Error(`${found.length} lines of ${name}`);
  return found[0]?.[1] ?? '';
}

/** A text value as it was before it was escaped (RFC 5545 section 3.3.11). */
export function textOf(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));
}

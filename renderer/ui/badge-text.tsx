import { displayName, displayText } from '../../shared/text/display-text.ts';

interface BadgeTextProps {
  readonly text: string;
  /** `name`: one line (the default). `text`: line breaks stay. */
  readonly kind?: 'name' | 'text';
}

/** Text that a stranger wrote: stripped of what could mislead, cut, and kept from turning its surroundings around. */
export function BadgeText({ text, kind = 'name' }: BadgeTextProps) {
  return <bdi>{kind === 'name' ? displayName(text) : displayText(text)}</bdi>;
}

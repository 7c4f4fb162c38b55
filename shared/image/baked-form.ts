import { readCredentialText } from '../badge/credential-text.ts';
import { CodedError } from '../errors.ts';
import type { badgeNamespaces } from './svg-element.ts';

/** Where a credential text belongs inside a picture. */
export interface BakedForm {
  /** PNG keyword, and the name of the SVG namespace. */
  readonly keyword: keyof typeof badgeNamespaces;
  /** Local name of the SVG element. */
  readonly element: 'assertion' | 'credential';
  /** A token or an address goes into the attribute of an SVG, JSON into its body. */
  readonly inAttribute: boolean;
}

/**
 * Reads the text only to choose its place (baking specifications of Open Badges 2.0, 3.0 and CLR 2.0).
 *
 * @throws CodedError badge/* for a text that is no badge, image/cannot-hold-a-badge for several badges in a list
 */
export function bakedFormOf(credentialText: string): BakedForm {
  const { form, badges } = readCredentialText(credentialText);
  const [first] = badges;
  if (first === undefined || credentialText.trim().startsWith('[')) {
    throw new CodedError('image/cannot-hold-a-badge');
  }
  const inAttribute = form !== 'json';
  switch (first.badge.version) {
    case 'clr-2.0':
      return { keyword: 'clrcredential', element: 'credential', inAttribute };
    case '3.0':
    case 'vc-1.1':
    case 'vc-2.0':
      return { keyword: 'openbadgecredential', element: 'credential', inAttribute };
    case '0.5':
    case '1.0':
    case '1.1':
    case '2.x':
    case 'unknown':
      return { keyword: 'openbadges', element: 'assertion', inAttribute };
  }
}

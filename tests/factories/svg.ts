/** An SVG picture with the given elements inside its root, as bytes. */
export function svgWith(inside: string, rootAttributes = ''): Uint8Array {
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"${rootAttributes}>${inside}<circle r="1"/></svg>\n`,
  );
}

/** A badge element of 2.x with its own namespace declaration. */
export function assertionElement(body: string, attributes = ''): string {
  return `<openbadges:assertion xmlns:openbadges="http://openbadges.org"${attributes}>${body}</openbadges:assertion>`;
}

/** A badge element of 3.0 with its own namespace declaration. */
export function credentialElement(body: string, attributes = ''): string {
  return `<openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"${attributes}>${body}</openbadges:credential>`;
}

export function cdata(text: string): string {
  return `<![CDATA[${text}]]>`;
}

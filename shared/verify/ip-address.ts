/** True for a dotted IPv4 address (as the URL parser writes it) that is routed on the public internet. */
export function isPublicIpv4(text: string): boolean {
  const parts = text.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255))
    return false;
  const address = parts.reduce((sum, part) => sum * 256 + part, 0);
  return !reservedIpv4.some(([base, bits]) => inRange(address, base, bits));
}

/** True for an IPv6 address (without brackets) that is global unicast and holds no hidden IPv4 address. */
export function isPublicIpv6(text: string): boolean {
  const groups = groupsOf(text);
  if (groups === null) return false;
  const [first = 0, second = 0] = groups;
  const isGlobalUnicast = first >= 0x2000 && first <= 0x3fff;
  if (!isGlobalUnicast) return false;
  const isProtocolAssignment = first === 0x2001 && second < 0x200;
  const isDocumentation = (first === 0x2001 && second === 0xdb8) || first === 0x3fff;
  const is6to4 = first === 0x2002;
  return !isProtocolAssignment && !isDocumentation && !is6to4;
}

/** Networks that are not on the public internet, by IANA's registry: base address and prefix length. */
export const reservedIpv4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

function inRange(address: number, base: string, bits: number): boolean {
  const size = 2 ** (32 - bits);
  const start = base.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return address >= start && address < start + size;
}

/** The eight groups; null for anything that is no IPv6 address, and for a zone id. */
function groupsOf(text: string): readonly number[] | null {
  const halves = text.split('::');
  if (halves.length > 2 || !/^[0-9a-f:.]+$/i.test(text)) return null;
  const left = groupList(halves[0] ?? '');
  const right = groupList(halves[1] ?? '');
  if (left === null || right === null) return null;
  const missing = 8 - left.length - right.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  return [...left, ...new Array<number>(missing).fill(0), ...right];
}

function groupList(text: string): readonly number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  for (const part of text.split(':')) {
    if (part.includes('.')) {
      const bytes = part.split('.').map(Number);
      if (bytes.length !== 4 || bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255))
        return null;
      const [a = 0, b = 0, c = 0, d = 0] = bytes;
      groups.push(a * 256 + b, c * 256 + d);
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return null;
  }
  return groups;
}

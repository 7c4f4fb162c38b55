import { base64UrlBytes } from '../base64.ts';
import { hexText } from '../bytes.ts';
import { lately } from '../lately.ts';
import { limits } from '../limits.ts';
import type { CheckCode } from '../text/checks.ts';
import { rsaBits } from './jwk.ts';
import type { PublicJwk } from './ports.ts';

/** What is wrong with a key under which a signature holds. */
export interface Weakness {
  readonly code: CheckCode;
  readonly facts: Readonly<Record<string, string>>;
  /** Anybody can break it at home: it proves nothing, of whatever time it is. */
  readonly isBroken: boolean;
}

/** Why signatures under this key may be somebody else's; null where nothing is known against it. Threat A10. */
export function weaknessOf(key: PublicJwk): Weakness | null {
  return key.kty === 'RSA' && key.n !== undefined ? weaknessOfModulus(key.n) : null;
}

/** By the modulus itself: to look for a broken generator takes as long as to verify a signature. */
const weaknessOfModulus = lately(limits.importedKeys, (n): Weakness | null => {
  const bits = rsaBits({ kty: 'RSA', n });
  if (bits === null) return null;
  if (isOfBrokenGenerator(n)) return { code: 'proof/broken-key', facts: {}, isBroken: true };
  if (bits >= minimumRsaBits) return null;
  return { code: 'proof/weak-key', facts: { bits: String(bits) }, isBroken: bits < brokenRsaBits };
});

/** Below this, RSA signatures are within reach of forgers. */
const minimumRsaBits = 2_048;

/** RSA moduli of up to 829 bits were factored in public by 2020; 1024 is the size that old badges have. */
const brokenRsaBits = 1_024;

/**
 * True for the keys of the chip library of CVE-2017-15361 (“ROCA”): its primes are powers of 65537 modulo a product of
 * small primes, so its moduli are too. One of another make looks so once in more than 100 million.
 */
function isOfBrokenGenerator(n: string): boolean {
  const modulus = BigInt(`0x${hexText(base64UrlBytes(n) ?? new Uint8Array(1))}`);
  residues ??= new Map(smallPrimes.map((prime) => [prime, powersOfGenerator(prime)]));
  return [...residues].every(([prime, powers]) => powers.has(Number(modulus % BigInt(prime))));
}

/** What a power of 65537 can leave, for each small prime. Made when the first RSA key is looked at. */
let residues: ReadonlyMap<number, ReadonlySet<number>> | null = null;

function powersOfGenerator(prime: number): ReadonlySet<number> {
  const powers = new Set<number>();
  for (let power = 1; !powers.has(power); power = (power * 65_537) % prime) powers.add(power);
  return powers;
}

/** The odd ones of the first 39 primes: those of the product for the smallest keys, and so of every larger one. */
const smallPrimes: readonly number[] = Array.from({ length: 83 }, (_, at) => 2 * at + 3).filter((number) =>
  [3, 5, 7, 11].every((divisor) => number === divisor || number % divisor !== 0),
);

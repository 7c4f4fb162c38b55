import { bake } from '../../shared/image/bake.ts';
import type { Json, JsonObject } from '../../shared/json.ts';
import type { Verdict } from '../../shared/verify/report.ts';
import type { TrustList } from '../../shared/verify/trust.ts';
import type { EngineVector } from '../runtimes/engine-suite.ts';
import { achievementCredential } from './credentials.ts';
import { alteredCopy, asOtherIssuer, type Form, forms } from './forms.ts';
import { hostedVectors } from './hosted-vectors.ts';
import { ed25519Key } from './keys.ts';
import { matrixVectors } from './matrix-vectors.ts';
import { pngWith } from './png.ts';
import type { FakeDocument } from './ports.ts';
import { signDataIntegrity } from './sign-data-integrity.ts';
import { statusVectors } from './status-vectors.ts';

/** Every form and suite with every verdict that it can have, in every kind of file: what the engine must say anywhere. */
export async function engineVectors(): Promise<readonly EngineVector[]> {
  const ofForms = await Promise.all(forms.map(formVectors));
  const others = await Promise.all([
    envelopeVectors(),
    selfAssertedVectors(),
    statusVectors(),
    hostedVectors(),
    matrixVectors(),
  ]);
  return [...ofForms.flat(), ...others.flat()];
}

/** What a vector is made from: the ordinary world, but for what is said. */
export interface VectorOptions {
  readonly documents?: Readonly<Record<string, FakeDocument>>;
  readonly source?: 'live' | 'captured';
  readonly fileName?: string;
  readonly identities?: readonly string[];
  readonly trust?: TrustList;
}

export function vectorOf(
  name: string,
  file: string | object | Uint8Array,
  verdict: Verdict,
  options: VectorOptions = {},
): EngineVector {
  const isText = typeof file === 'string';
  const bytes = file instanceof Uint8Array ? file : Buffer.from(isText ? file : JSON.stringify(file));
  return {
    name,
    verdict,
    fileName: options.fileName ?? (isText ? 'badge.jws' : 'badge.json'),
    file: Buffer.from(bytes).toString('base64url'),
    documents: Object.fromEntries(
      Object.entries(options.documents ?? {}).map(([url, found]) => [url, contentOf(found)]),
    ),
    source: options.source ?? 'live',
    fetchedAt: options.source === 'captured' ? '2026-05-03T00:00:00.000Z' : now,
    now,
    identities: options.identities ?? [],
    trust: options.trust ?? null,
  };
}

async function formVectors(form: Form): Promise<readonly EngineVector[]> {
  const { documents } = form;
  const good = await form.sign({}, form.key);
  const one = (
    name: string,
    credential: string | JsonObject,
    verdict: Verdict,
    options: VectorOptions = { documents },
  ) => vectorOf(`${form.name}: ${name}`, credential, verdict, options);
  const isToldByName = !form.name.startsWith('signed Open Badge');
  return [
    one('asked now', good, 'verified'),
    one('from captures', good, 'verified-earlier', { documents, source: 'captured' }),
    one('with nothing to ask', good, 'unchecked', {}),
    one('signed by another key', await form.sign({}, form.otherKey), 'altered'),
    one('changed after signing', alteredCopy(good, form.start), 'altered'),
    one('after its end', await form.sign({ [form.expiry]: '2026-02-01T00:00:00Z' }, form.key), 'expired'),
    one(
      'before its beginning',
      await form.sign({ [form.start]: '2027-02-01T00:00:00Z' }, form.key),
      'not-yet-valid',
    ),
    ...(isToldByName ? [one('in another’s name', await asOtherIssuer(form), 'issuer-mismatch')] : []),
  ];
}

async function envelopeVectors(): Promise<readonly EngineVector[]> {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"></svg>';
  const chosen = forms.filter(
    ({ name }) => /^(eddsa-rdfc-2022|VC-JWT RS256)/.test(name) || name.startsWith('signed Open Badge 2'),
  );
  const vectors = chosen.map(async (form) => {
    const good = await form.sign({}, form.key);
    const text = typeof good === 'string' ? good : JSON.stringify(good);
    const { documents } = form;
    return [
      vectorOf(`${form.name}: in a PNG`, bake(pngWith([]), text), 'verified', {
        documents,
        fileName: 'badge.png',
      }),
      vectorOf(`${form.name}: in an SVG`, bake(new Uint8Array(Buffer.from(svg)), text), 'verified', {
        documents,
        fileName: 'badge.svg',
      }),
    ];
  });
  return (await Promise.all(vectors)).flat();
}

async function selfAssertedVectors(): Promise<readonly EngineVector[]> {
  const key = ed25519Key(3);
  const bare = await signDataIntegrity(achievementCredential(key.did), key);
  const { proof: _, ...unsigned } = bare;
  const unknownTerm = achievementCredential(key.did, { members: { honours: 'summa cum laude' } });
  const trust: TrustList = { issuers: [{ id: key.did, name: 'Known', keys: [] }] };
  const hashed = achievementCredential(key.did);
  return [
    vectorOf('an issuer that is nothing but a key', bare, 'unconfirmed'),
    vectorOf('the same, when the person trusts it', bare, 'verified', { trust }),
    vectorOf('an address of the person that it does not name', hashed, 'unsigned', {
      identities: ['ada@example.org'],
    }),
    vectorOf('no proof', unsigned, 'unsigned'),
    vectorOf(
      'a suite that is not supported',
      { ...bare, proof: { ...Object(bare.proof), cryptosuite: 'bbs-2023' } },
      'unchecked',
    ),
    vectorOf(
      'a term that the proof cannot cover',
      await signDataIntegrity(unknownTerm, key, { lenient: true }),
      'partial',
      {
        trust,
      },
    ),
  ];
}

function contentOf(found: FakeDocument): { readonly status: number; readonly text: string } {
  if (typeof found === 'string') return { status: 200, text: found };
  if (typeof found === 'object' && found !== null && '$status' in found) {
    return { status: Number(found.$status), text: String(found.$body) };
  }
  return { status: 200, text: JSON.stringify(found satisfies Json) };
}

const now = '2026-11-22T00:00:00.000Z';

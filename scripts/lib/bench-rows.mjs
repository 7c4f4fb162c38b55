/**
 * The rows of `bench-engine`: what is measured, beside what, and the goal as ratios to the best peer and to the limit.
 * Where openbadges-bakery is at hand, an import is compared with the stack that begins with it.
 */
export function rowsOf(quick, { hasBakery }) {
  const rounds = quick ? 3 : 5;
  const row = (fields) => ({ mode: 'warm', by: 'cpuMs', rounds, name: '', ...fields });
  const unbakers = [...(hasBakery ? ['openbadges-bakery'] : []), 'png-itxt', 'png-chunks-extract'];
  const stack = 'jose + @digitalbazaar/vc';
  const importers = [
    ...(hasBakery ? [`openbadges-bakery, png-itxt + ${stack}`] : []),
    `png-chunks-extract + ${stack}`,
  ];
  return [
    ...['50 KB head', '500 KB tail', '5 MB head', '5 MB tail'].map((name) =>
      row({
        title: `unbake ${name}`,
        row: 'unbake',
        name,
        variants: ['limit', 'ours', ...unbakers],
        goal: '≤ 1.5× limit, ≥ 5× best peer',
        timesPeer: 5,
        timesLimit: 1.5,
      }),
    ),
    ...['RS256 2048', 'RS256 4096', 'ES256', 'EdDSA'].map((name) =>
      row({
        title: `JWS ${name}`,
        row: 'jws',
        name,
        variants: ['limit', 'ours', 'jose', ...(name === 'EdDSA' ? [] : ['jsonwebtoken'])],
        goal: '≤ 1.5× limit by cpu time, ≥ 1.5× jose by the clock',
        by: 'wallMs',
        // Neither waits for anybody: the clock would only tell how busy the machine is.
        limitBy: 'cpuMs',
        peer: 'jose',
        timesPeer: 1.5,
        timesLimit: 1.5,
      }),
    ),
    ...[
      ['typical', '2.8 kB', 5],
      ['large', '8.4 kB', 8],
    ].map(([name, size, timesLimit]) =>
      row({
        title: `Data Integrity ${size}`,
        row: 'di',
        name,
        variants: ['limit', 'ours', '@digitalbazaar/vc'],
        goal: `≥ 10× peer, ≤ ${timesLimit}× limit`,
        timesPeer: 10,
        timesLimit,
      }),
    ),
    row({
      title: 'ecdsa-sd-2023, derived',
      row: 'di',
      name: 'derived',
      variants: ['ours', '@digitalbazaar/vc'],
      goal: '≥ 1.5× peer',
      timesPeer: 1.5,
    }),
    row({
      title: 'RDFC-1.0 alone',
      row: 'rdfc',
      variants: ['limit', 'ours', 'rdf-canonize'],
      goal: '≥ 1.5× rdf-canonize',
      timesPeer: 1.5,
    }),
    row({
      title: 'structure of an OB 3.0',
      row: 'schema',
      variants: ['limit', 'ours', 'ajv'],
      goal: '≤ 0.5× JSON.parse',
      timesLimit: 0.5,
    }),
    row({
      title: 'structure, with start',
      process: 'structure',
      rounds: quick ? 7 : 15,
      variants: ['empty', 'ours', 'ajv'],
      goal: '≥ 10× faster than ajv',
      timesPeer: 10,
    }),
    row({
      title: 'import 1 000, with start',
      row: 'import',
      fixtures: 'some',
      mode: 'cold',
      variants: ['limit', 'ours', ...importers],
      peer: importers[0],
      goal: '≥ 8× peers',
      timesPeer: 8,
    }),
    row({
      title: 'import 10 000',
      row: 'import',
      mode: 'cold',
      rounds: quick ? 1 : 3,
      variants: ['limit', 'ours', 'command', ...importers],
      peer: importers[0],
      timesPeer: 8,
      timesLimit: 2.5,
      shown: [
        { goal: '≥ 8× peers, ≤ 2.5× limit' },
        {
          title: 'check 10 000, whole command',
          own: 'command',
          goal: '≥ 8× peers, ≤ 2.5× limit, ≤ 200 MB',
          mostMB: 200,
        },
      ],
    }),
    row({
      title: 'first verdict of a process',
      process: 'first',
      rounds: quick ? 7 : 15,
      variants: ['empty', 'ours', '@digitalbazaar/vc'],
      goal: '≤ 0.4× of what the peer adds',
      timesPeer: 2.5,
    }),
  ];
}

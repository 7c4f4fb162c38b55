/** A hosted badge (Open Badges 2.0, JSON) that ends so many days from now. */
export function endingBadge(name: string, days: number): string {
  const host = 'https://school.example';
  return JSON.stringify({
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `${host}/assertions/${name}`,
    recipient: { type: 'email', hashed: false, identity: 'ada@home.example' },
    badge: {
      type: 'BadgeClass',
      id: `${host}/classes/${name}`,
      name,
      description: 'Does it.',
      image: `${host}/1.png`,
      criteria: { narrative: 'Did it.' },
      issuer: { type: 'Profile', id: `${host}/`, name: 'Town School' },
    },
    issuedOn: '2024-05-03T10:00:00Z',
    expires: new Date(Date.now() + days * 86_400_000).toISOString(),
    verification: { type: 'HostedBadge' },
  });
}

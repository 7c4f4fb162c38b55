import { ipcRenderer } from 'electron';
import { painterPortName } from '../../shared/ipc/painter-port.ts';

// All that the painter's page ever gets of Electron: one port, by which pictures come and drawings go. Its bytes go from
// process to process as they are, where a request for each picture would go through all of the network's machinery.
ipcRenderer.once(painterPortName, ({ ports }) => window.postMessage(painterPortName, location.origin, ports));

import type { AutomaticView, KeepAnswer, KeepRequest, RestoreView } from '../../../shared/ipc/keep-calls.ts';

const automatic: AutomaticView = {
  isOn: true,
  folderName: 'Backups',
  count: 7,
  lastMade: '2026-11-22T09:00:00Z',
  failure: null,
};

const restore: RestoreView = {
  asOf: '2026-11-01T10:00:00Z',
  badgesInBackup: 12,
  isSameLibrary: false,
  newBadges: 9,
  staysRemoved: 2,
  leftOut: { trust: 3, observed: 20 },
  isChanged: true,
};

/** Answers as main would, of a backup that is locked with “seven wet stones”. */
export function fakeKeeping(request: KeepRequest): KeepAnswer {
  switch (request.do) {
    case 'back-up':
      return {
        kind: 'backed-up',
        savedAs: 'My backpack 2026-11-22.zip',
        badges: 12,
        isLocked: request.passphrase !== null,
        recoveryCode: request.passphrase === null ? null : '0AB1-C2DE-3FGH-4JKM-5NPQ-6RST-7VWX',
        missing: 0,
      };
    case 'save-code':
      return { kind: 'saved-code', savedAs: 'Recovery code 2026-11-22.txt' };
    case 'choose-backup':
      return { kind: 'locked', fileName: 'My backpack 2026-11-22.backpack-backup' };
    case 'look':
      return {
        kind: 'looked-at',
        fileName: 'My backpack 2026-11-22.backpack-backup',
        restore: {
          ...restore,
          newBadges: request.bringBack ? 11 : 9,
          staysRemoved: request.bringBack ? 0 : 2,
          leftOut: request.isMine ? { trust: 0, observed: 0 } : restore.leftOut,
        },
      };
    case 'restore':
      return { kind: 'restored', restore };
    case 'examine':
      return {
        kind: 'examined',
        examination: {
          badges: 12,
          isSound: request.repair,
          setAside: request.repair ? 1 : 0,
          findings: [
            {
              severity: 'damage',
              message: 'A record is damaged: abc.jsonl, byte 120. The others are not affected.',
              next: 'Choose “Repair”.',
              repaired: request.repair,
            },
          ],
        },
      };
    case 'automatic':
    case 'choose-folder':
      return { kind: 'automatic', automatic };
    case 'set-automatic':
      return { kind: 'automatic', automatic: { ...automatic, isOn: request.isOn } };
    case 'delete-everything':
      return { kind: 'deleted' };
    case 'cancel':
    case 'show-folder':
      return { kind: 'nothing' };
  }
}

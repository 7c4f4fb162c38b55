import { type BrowserWindow, dialog } from 'electron';
import { assertNever } from '../../shared/assert-never.ts';
import { shellWords } from '../../shared/text/shell.ts';
import { packWords } from '../../shared/text/trust-pack.ts';
import { deleteWords } from '../../shared/text/ui-delete-words.ts';
import { requireOutsideBackpacks } from '../node/export/outside-backpacks.ts';
import type { CheckedLink } from './links.ts';

/** The system's own dialogs: the only source of paths that are written to, and of consent to leave the app. */
export interface Dialogs {
  /** Empty: the person closed the dialog. */
  chooseSources(kind: 'files' | 'folder'): Promise<readonly string[]>;
  /** null: the person closed the dialog. */
  chooseIssuerList(): Promise<string | null>;
  chooseTrustPack(): Promise<string | null>;
  /** null: the person closed the dialog. `export/inside-backpack`: they chose a place among a backpack's own files. */
  chooseTarget(purpose: TargetPurpose, fileName: string): Promise<string | null>;
  /** null: the person closed the dialog; so do the next. `folder`: where to look first. */
  chooseBackup(folder: string): Promise<string | null>;
  chooseBackupTarget(fileName: string, isLocked: boolean): Promise<string | null>;
  /** For automatic backups. */
  chooseFolder(): Promise<string | null>;
  confirmLink(link: CheckedLink): Promise<boolean>;
  confirmDeletion(backupsToo: boolean): Promise<boolean>;
  tellPageGone(): Promise<void>;
}

/** What is saved. */
export type TargetPurpose =
  | 'original'
  | 'html'
  | 'portfolio-pdf'
  | 'portfolio-zip'
  | 'portfolio-json'
  | 'card'
  | 'issuers'
  | 'trust-pack'
  | 'calendar'
  | 'recovery-code'
  | `report-${ReportFormat}`;

/** The forms of the check desk's report. */
export type ReportFormat = 'html' | 'pdf' | 'csv' | 'json';

/** Dialogs over the window that is open now, or by themselves where there is none. */
export function createDialogs(window: () => BrowserWindow | null): Dialogs {
  const over = <Result>(
    attached: (window: BrowserWindow) => Promise<Result>,
    alone: () => Promise<Result>,
  ): Promise<Result> => {
    const current = window();
    return current === null ? alone() : attached(current);
  };

  async function chooseToOpen(options: Electron.OpenDialogOptions): Promise<readonly string[]> {
    const { canceled, filePaths } = await over(
      (current) => dialog.showOpenDialog(current, options),
      () => dialog.showOpenDialog(options),
    );
    return canceled ? [] : filePaths;
  }

  async function chooseToSave(options: Electron.SaveDialogOptions): Promise<string | null> {
    const { canceled, filePath } = await over(
      (current) => dialog.showSaveDialog(current, options),
      () => dialog.showSaveDialog(options),
    );
    return canceled || filePath === '' ? null : filePath;
  }

  async function ask(options: Electron.MessageBoxOptions): Promise<number> {
    const { response } = await over(
      (current) => dialog.showMessageBox(current, options),
      () => dialog.showMessageBox(options),
    );
    return response;
  }

  return {
    chooseSources: (kind) => chooseToOpen(kind === 'files' ? filesOptions : folderOptions),
    chooseIssuerList: async () => (await chooseToOpen(issuerListOptions))[0] ?? null,
    chooseTrustPack: async () => (await chooseToOpen(trustPackOptions))[0] ?? null,
    chooseBackup: async (folder) =>
      (await chooseToOpen({ ...backupOptions, defaultPath: folder }))[0] ?? null,
    chooseFolder: async () => (await chooseToOpen(backupFolderOptions))[0] ?? null,
    chooseBackupTarget: (fileName, isLocked) => chooseToSave(backupTargetOptions(fileName, isLocked)),
    chooseTarget: async (purpose, fileName) => {
      const target = await chooseToSave(saveOptions(purpose, fileName));
      if (target !== null) await requireOutsideBackpacks(target);
      return target;
    },
    confirmLink: async (link) => (await ask(linkQuestion(link))) === openButton,
    confirmDeletion: async (backupsToo) => (await ask(deletionQuestion(backupsToo))) === deleteButton,
    tellPageGone: async () => {
      await ask({
        type: 'error',
        title: shellWords.pageGone.title,
        message: shellWords.pageGone.message,
        buttons: [shellWords.quit],
      });
    },
  };
}

const openButton = 1;
const deleteButton = 1;

const filesOptions: Electron.OpenDialogOptions = {
  title: shellWords.chooseFiles.title,
  buttonLabel: shellWords.chooseFiles.button,
  properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
  filters: [
    {
      name: shellWords.chooseFiles.badgeFiles,
      extensions: [
        ...['badge', 'obp', 'png', 'svg', 'json', 'jsonld', 'jws', 'jwt', 'txt', 'zip', 'pdf'],
        ...['html', 'htm', 'mhtml', 'mht', 'jpg', 'jpeg', 'url', 'webloc', 'desktop'],
      ],
    },
    { name: shellWords.chooseFiles.allFiles, extensions: ['*'] },
  ],
};

const folderOptions: Electron.OpenDialogOptions = {
  title: shellWords.chooseFolder.title,
  buttonLabel: shellWords.chooseFolder.button,
  properties: ['openDirectory', 'dontAddToRecent'],
};

const backupOptions: Electron.OpenDialogOptions = {
  title: shellWords.chooseBackup.title,
  buttonLabel: shellWords.chooseBackup.button,
  properties: ['openFile', 'dontAddToRecent'],
  filters: [
    { name: shellWords.chooseBackup.backups, extensions: ['zip', 'backpack-backup'] },
    { name: shellWords.chooseFiles.allFiles, extensions: ['*'] },
  ],
};

const backupFolderOptions: Electron.OpenDialogOptions = {
  title: shellWords.chooseBackupFolder.title,
  buttonLabel: shellWords.chooseBackupFolder.button,
  properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
};

function backupTargetOptions(fileName: string, isLocked: boolean): Electron.SaveDialogOptions {
  const { title, button, kind } = isLocked ? shellWords.saveLockedBackup : shellWords.saveBackup;
  return {
    title,
    buttonLabel: button,
    defaultPath: fileName,
    properties: ['showOverwriteConfirmation', 'dontAddToRecent', 'createDirectory'],
    filters: [{ name: kind, extensions: [isLocked ? 'backpack-backup' : 'zip'] }],
  };
}

const issuerListOptions: Electron.OpenDialogOptions = {
  title: shellWords.chooseIssuers.title,
  buttonLabel: shellWords.chooseIssuers.button,
  properties: ['openFile', 'dontAddToRecent'],
  filters: [
    { name: shellWords.chooseIssuers.lists, extensions: ['json', 'txt', 'jwt'] },
    { name: shellWords.chooseFiles.allFiles, extensions: ['*'] },
  ],
};

const trustPackOptions: Electron.OpenDialogOptions = {
  title: packWords.chooseTitle,
  buttonLabel: packWords.chooseButton,
  properties: ['openFile', 'dontAddToRecent'],
  filters: [
    { name: packWords.fileKind, extensions: ['trustpack'] },
    { name: shellWords.chooseFiles.allFiles, extensions: ['*'] },
  ],
};

function saveOptions(purpose: TargetPurpose, fileName: string): Electron.SaveDialogOptions {
  const properties: Electron.SaveDialogOptions['properties'] = [
    'showOverwriteConfirmation',
    'dontAddToRecent',
  ];
  if (purpose === 'original') {
    const { title, button } = shellWords.saveOriginal;
    return { title, buttonLabel: button, defaultPath: fileName, properties };
  }
  const { title, button, kind, extension } = kindsToSave[purpose];
  return {
    title,
    buttonLabel: button,
    defaultPath: fileName,
    properties,
    filters: [{ name: kind, extensions: [extension] }],
  };
}

const kindsToSave: Readonly<Record<Exclude<TargetPurpose, 'original'>, KindToSave>> = {
  html: { ...shellWords.saveHtml, extension: 'html' },
  'portfolio-pdf': { ...shellWords.savePdf, extension: 'pdf' },
  'portfolio-zip': { ...shellWords.saveZip, extension: 'zip' },
  'portfolio-json': { ...shellWords.savePresentation, extension: 'json' },
  card: { ...shellWords.saveCard, extension: 'png' },
  issuers: { ...shellWords.saveIssuers, extension: 'json' },
  'trust-pack': {
    title: packWords.saveTitle,
    button: packWords.saveButton,
    kind: packWords.fileKind,
    extension: 'trustpack',
  },
  calendar: { ...shellWords.saveCalendar, extension: 'ics' },
  'recovery-code': { ...shellWords.saveCode, extension: 'txt' },
  'report-html': { ...shellWords.saveReport, kind: shellWords.reportKinds.html, extension: 'html' },
  'report-pdf': { ...shellWords.saveReport, kind: shellWords.reportKinds.pdf, extension: 'pdf' },
  'report-csv': { ...shellWords.saveReport, kind: shellWords.reportKinds.csv, extension: 'csv' },
  'report-json': { ...shellWords.saveReport, kind: shellWords.reportKinds.json, extension: 'json' },
};

interface KindToSave {
  readonly title: string;
  readonly button: string;
  /** What the system's dialog calls files of this kind. */
  readonly kind: string;
  readonly extension: string;
}

/** Cancel is the default, so that a key that is held down opens nothing. */
function linkQuestion(link: CheckedLink): Electron.MessageBoxOptions {
  const words = shellWords.openLink;
  return {
    type: 'question',
    title: words.title,
    message: words.question,
    detail: linkDetail(link),
    buttons: [shellWords.cancel, words.open],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
}

/** Cancel is the default here too. */
function deletionQuestion(backupsToo: boolean): Electron.MessageBoxOptions {
  return {
    type: 'warning',
    title: deleteWords.title,
    message: deleteWords.question,
    detail: backupsToo ? deleteWords.questionWithBackups : deleteWords.questionDetail,
    buttons: [shellWords.cancel, deleteWords.action],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
}

function linkDetail(link: CheckedLink): string {
  const words = shellWords.openLink;
  switch (link.kind) {
    case 'website':
      return `${words.website(link.host)}\n\n${link.url}`;
    case 'mail':
      return words.mail(link.address);
    default:
      return assertNever(link);
  }
}

/** The words of the app's shell: dialogs, the menu, the window. Every sentence: what happens, then what can be done. */
export const shellWords = {
  windowTitle: 'Badge Backpack',
  quit: 'Quit',
  cancel: 'Cancel',
  about: 'About Badge Backpack',
  editMenu: { cut: 'Cut', copy: 'Copy', paste: 'Paste' },
  viewMenu: {
    actualSize: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    developerTools: 'Developer tools',
  },
  chooseFiles: {
    title: 'Add badges',
    button: 'Add',
    badgeFiles: 'Badges (images, JSON, text, ZIP)',
    allFiles: 'All files',
  },
  chooseFolder: { title: 'Add a folder of badges', button: 'Add' },
  saveOriginal: { title: 'Save the original file', button: 'Save' },
  saveHtml: { title: 'Export as a web page', button: 'Export', kind: 'Web page' },
  chooseIssuers: {
    title: 'Add known issuers or a registry',
    button: 'Open',
    lists: 'Lists of issuers (JSON, text)',
  },
  saveIssuers: { title: 'Save the list of known issuers', button: 'Save', kind: 'List of issuers' },
  openLink: {
    title: 'Open a link',
    question: 'Open this link outside Badge Backpack?',
    website: (host: string): string => `Your browser will visit ${host}. That site will see your visit.`,
    mail: (address: string): string => `Your mail program will start a message to ${address}.`,
    open: 'Open',
  },
  pageGone: {
    title: 'The window stopped working',
    message: 'The window stopped working several times. Your badges are safe: start the app again.',
  },
  exportName: 'Badges',
  issuersFileName: 'Known issuers.json',
} as const;

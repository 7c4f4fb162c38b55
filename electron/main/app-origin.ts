/** The one origin of our own page: a standard, secure scheme, never `file://`. */
export const appScheme = 'app';
export const appOrigin = 'app://bundle';
/** The one document that the window shows. */
export const appPage = `${appOrigin}/index.html`;
/** Where thumbnails are drawn: another origin, so that none of its calls is answered, in a session of its own. */
export const painterOrigin = 'app://painter';
export const painterPage = `${painterOrigin}/painter.html`;

/** Where a portfolio is looked at before it is exported: another origin, in a frame that runs nothing. */
export const previewOrigin = `${appScheme}://preview`;

/** The page that is printed, alone in a session of its own. */
export const printerPage = `${appScheme}://printer/page`;

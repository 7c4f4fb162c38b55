/** The one origin of our own page: a standard, secure scheme, never `file://`. */
export const appScheme = 'app';
export const appOrigin = 'app://bundle';
/** The one document that the window shows. */
export const appPage = `${appOrigin}/index.html`;

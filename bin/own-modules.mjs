/**
 * The modules of this program name one another by path and ending, so each is where its name says. Node would look at the disk and for the
 * nearest package.json every time: a fifth of a command's start. Plain JavaScript, before the first TypeScript file is loaded.
 */
import nodeModule from 'node:module';

/** @type {Record<string, string>} */
const FORMATS = { '.ts': 'module-typescript', '.js': 'module' };

/** @param {string} entry The first module: those beside and below it are the program's. */
export function takeOwnModulesByName(entry) {
  const root = new URL('.', entry).href;
  nodeModule.registerHooks({
    resolve(specifier, context, next) {
      const format = FORMATS[specifier.slice(-3)];
      const { parentURL } = context;
      if (
        !specifier.startsWith('.') ||
        !format ||
        !parentURL?.startsWith(root) ||
        parentURL.includes('/node_modules/', root.length - 1)
      )
        return next(specifier, context);
      return { url: new URL(specifier, parentURL).href, format, shortCircuit: true };
    },
  });
}

import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/**
 * The page's script, made of src/report/browser: one classic script, since a page from a file may not load modules. Its white space is
 * left out, its names are those of the source; the same text on every machine.
 */
export function compileScript(): string {
  const { outputFiles } = buildSync({
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    entryPoints: ['src/report/browser/index.ts'],
    bundle: true,
    minifyWhitespace: true,
    format: 'iife',
    target: 'es2022',
    // Neither a backtick nor `${`: it stands in a template, and prettier leaves it as it is.
    supported: { 'template-literal': false },
    tsconfigRaw: '{ "compilerOptions": { "target": "es2022" } }',
    write: false,
  });
  return outputFiles[0].text;
}

/** src/report/script.ts, which is kept in the repository. */
export function scriptModule(script: string): string {
  return `/** What \`npm run build:script\` makes of browser/. */\nexport const SCRIPT: string = String.raw\`${script}\`;\n`;
}

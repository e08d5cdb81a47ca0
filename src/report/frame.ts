import { createHash } from 'node:crypto';
import { Markup, markup } from './markup.ts';
import { STYLE } from './style/index.ts';

interface Frame {
  readonly title: string;
  readonly body: Markup;
  /** What the page's style has beside the usual one. */
  readonly sheet?: string;
  /** What the page runs; without it, it may run nothing. */
  readonly script?: string;
}

/** What a page may load: nothing. Its style is inline, and the one script that it may run is named by its hash. */
export function policy(script?: string): string {
  const run = script === undefined ? '' : ` script-src 'sha256-${createHash('sha256').update(script).digest('base64')}';`;
  return `default-src 'none';${run} style-src 'unsafe-inline'; img-src data:`;
}

/** A page that stands alone: one file, nothing fetched. The same parts give the same bytes. */
export function frame({ title, body, sheet = '', script }: Frame): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}${new Markup(sheet)}</style>
</head>
<body>
${body}
${script === undefined ? [] : [new Markup(`<script>${script}</script>`)]}
</body>
</html>
`.html;
}

/** What every page begins with. */
export const NAME: Markup = markup`<p class="name"><strong>gainsay</strong> <span lang="en">statistical tests of neural-network initialisation</span><span lang="zh">神经网络初始化的统计检验</span></p>`;

import temml from 'temml';
import { Markup, markup } from './markup.ts';

/** How much a formula may expand to, and how large its parts may be, in em: a record may come from anywhere. */
const LIMITS = { maxExpand: 100, maxSize: [20, 20] as [number, number] };

/** TeX as MathML; what TeX cannot read is shown as it was written. */
export function formula(tex: string): Markup {
  try {
    return new Markup(lean(temml.renderToString(tex, { displayMode: true, throwOnError: true, trust: false, ...LIMITS })));
  } catch {
    return markup`<code>${tex}</code>`;
  }
}

/** Without what every browser knows by itself, and classes for a sheet that is not here. */
function lean(mathml: string): string {
  return mathml
    .replaceAll(/<mo fence="true" form="(?:prefix|postfix)"/g, '<mo')
    .replaceAll(' form="prefix" stretchy="false"', '')
    .replaceAll(/ class="tml-[^"]*"| style="display:block math;"/g, '');
}

/** Paper: no switches, no tools, small letters, nothing torn apart. */
export const PRINT: string = `
@media print {
  :root { --paper: #fff; --shade: #fff; }
  * { print-color-adjust: exact; }
  html { font-size: 10.5px; }
  body { max-width: none; padding: 0; }
  th, td, #forest td { padding: 0.2rem 0.6rem 0.2rem 0; }
  .tools, .switches, dialog, .readout { display: none; }
  .claims { margin-top: 1.5rem; }
  .badge { padding: 0 0.4em; font-size: 1em; }
  article { padding: 0; border: 0; break-inside: avoid; }
  article.failed { padding-left: 0.8rem; }
  figure, tr, .about, .formula, .reading, article header { break-inside: avoid; }
  h1, h2, h3, caption, thead, article header { break-after: avoid; }
  .charts:has(> * + *) { grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr); }
}
`;

import { SaxesParser } from 'saxes';

/** An element of an XML document. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  /** The text directly in it. */
  text: string;
  children: Element[];
}

/** The root of an XML document, by a parser that refuses whatever is not well-formed. */
export function readXml(xml: string): Element {
  const parser = new SaxesParser();
  const open: Element[] = [{ name: '', attributes: {}, text: '', children: [] }];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return open[0].children[0];
}

/** All elements of a name. */
export function elements(root: Element, name: string): Element[] {
  return [...(root.name === name ? [root] : []), ...root.children.flatMap((child) => elements(child, name))];
}

import { parsers } from 'prettier/plugins/markdown';

/** A node of a Markdown document, as mdast names them. */
export interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

/** A document as remark reads it, which prettier carries along: tables and all. */
export async function readMarkdown(text: string): Promise<Node> {
  // prettier's parsers take options, of which this one wants the text again.
  return (await parsers.markdown.parse(text, { originalText: text } as never)) as Node;
}

/** All nodes of a type. */
export function nodes(root: Node, type: string): Node[] {
  return [...(root.type === type ? [root] : []), ...(root.children ?? []).flatMap((child) => nodes(child, type))];
}

/** What a reader sees of a node. */
export function seen(node: Node): string {
  if (node.type === 'html') return '';
  return node.value ?? (node.children ?? []).map(seen).join('');
}

import type { Node } from '../article/tree.ts';
import { message } from '../messages.ts';
import { FIELDS } from '../schema/annotations.ts';
import { schemaFor } from '../schema/choose.ts';
import type { Finding, Rule } from './rule.ts';

/** `title: 测试 #1`: a `#` behind a space starts a comment, and the text ends before it. */
export const yamlHash: Rule = {
  id: 'yaml-hash',
  scope: 'head',
  reads: [],
  severity: 'warning',
  *check({ article, facts }) {
    const { tree, fences, text, comments } = article;
    if (!tree || fences?.format !== 'yaml' || comments.length === 0) return;
    const fields = FIELDS[schemaFor(article, facts)];
    const glued = comments.filter(({ start }) => /^#[^\s#!]/.test(text.slice(start, start + 2)));
    for (const { key, value } of glued.length > 0 ? tree.entries : []) {
      const expects = fields.get(key.value.toLowerCase())?.annotation.expects;
      if (expects !== 'text' && expects !== 'terms') continue;
      for (const node of textsOf(value)) {
        const end = node.range.end;
        const comment = glued.find(({ start }) => start >= end && /^[ \t]*$/.test(text.slice(end, start)));
        if (comment) yield finding(key.value, comment);
      }
    }
  },
};

const finding = (key: string, range: Finding['range']): Finding => ({
  message: message('yaml-hash', { key }),
  range,
});

const textsOf = (node: Node): Node[] => (node.kind === 'list' ? node.items : [node]).filter(isPlainText);

const isPlainText = (node: Node): boolean =>
  node.kind === 'null' || (node.style === 'plain' && (node.kind === 'string' || node.kind === 'number'));

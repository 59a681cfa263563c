import type { Node } from '../article/tree.ts';

const WORDS = { on: /^(?:yes|on|y)$/i, off: /^(?:no|off|n)$/i } as const;

/** An unquoted yes, on, no, off: a boolean for Hugo before 0.152, text since. */
export function isPlainWord(node: Node, meaning: 'on' | 'off'): boolean {
  return node.kind === 'string' && node.style === 'plain' && WORDS[meaning].test(node.value);
}

/** What an editor means by a value where a switch is expected; `undefined`: cannot be told. */
export function switchMeaning(node: Node): 'on' | 'off' | undefined {
  switch (node.kind) {
    case 'boolean':
      return node.value ? 'on' : 'off';
    case 'number':
      return node.value === 0 ? 'off' : node.value === 1 ? 'on' : undefined;
    case 'string':
      return wordMeaning(node.value.trim().replace(/^[“"'‘＂](.*)[”"'’＂]$/, '$1'));
    case 'list':
      return node.items.length === 1 && node.items[0] ? switchMeaning(node.items[0]) : undefined;
    case 'map':
      return node.entries.length === 1 && node.entries[0] ? switchMeaning(node.entries[0].value) : undefined;
    default:
      return undefined;
  }
}

function wordMeaning(word: string): 'on' | 'off' | undefined {
  if (
    /^(?:true|ture|treu|tru|trun|t|yes|y|on|1|enabled?|是|开|真|开启|启用|打开|显示|√|✓|✔)[;,，；。]?$/i.test(
      word,
    )
  )
    return 'on';
  if (
    /^(?:false|flase|fasle|fales|fals|f|no|nope|n|off|0|none|null|nil|disabled?|否|不|无|关|假|关闭|禁用|不显示|隐藏|×|✗|✘)[;,，；。]?$/i.test(
      word,
    )
  )
    return 'off';
  return undefined;
}

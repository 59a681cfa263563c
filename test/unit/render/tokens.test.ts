import assert from 'node:assert/strict';
import {
  defaultMarkup,
  literalDelimitersOf,
  parseBody,
  rangeOf,
  type Token,
} from '../../../src/core/render/index.ts';

const inlineOf = (body: string): Token[] =>
  parseBody(body, defaultMarkup).filter(({ type }) => type === 'inline');

/** Inline tokens as `type source`. */
function places(body: string): string[] {
  const cut = (token: Token): string => {
    const range = rangeOf(token);
    return `${token.type} ${range ? body.slice(range.start, range.end) : ''}`;
  };
  return inlineOf(body).flatMap(({ children }) => (children ?? []).map(cut));
}

const literals = (body: string): string[] =>
  inlineOf(body).flatMap(inline =>
    literalDelimitersOf(inline).map(({ start, char, canOpen, canClose, end }) => {
      const may = `${canOpen ? 'o' : ''}${canClose ? 'c' : ''}`;
      return `${String(start)} ${char.repeat(end - start)} ${may}`;
    }),
  );

describe('Tokens of a body', () => {
  it('know their place in the source', () => {
    assert.deepEqual(places('前 **粗**\n> `c` ![图](a.png)后 ~~删~~ https://a.cn'), [
      'text 前 ',
      'strong_open **',
      'text 粗',
      'strong_close **',
      'code_inline `c`',
      'text  ',
      'image ![图](a.png)',
      'text 后 ',
      'del_open ~~',
      'text 删',
      'del_close ~~',
      'text  ',
      'autolink https://a.cn',
    ]);
  });

  it('keep their places through tabs, list markers and CRLF', () => {
    const found = places('-\t甲\r\n\t*乙*\r\n\r\n1. > [丙](x)');
    assert.deepEqual(
      found.filter(place => !place.startsWith('softbreak')),
      ['text 甲', 'em_open *', 'text 乙', 'em_close *', 'link_open [', 'text 丙', 'link_close ](x)'],
    );
  });

  it('have lines', () => {
    const tokens = parseBody('甲\n\n- 乙\n  丙\n\n```\nx\n```\n', defaultMarkup);
    const lines = tokens.filter(({ map }) => map).map(({ type, map }) => `${type} ${String(map)}`);
    assert.deepEqual(lines, [
      'paragraph_open 0,1',
      'inline 0,1',
      'bullet_list_open 2,4',
      'list_item_open 2,4',
      'paragraph_open 2,4',
      'inline 2,4',
      'fence 5,8',
    ]);
  });

  it('tell which delimiters stayed text', () => {
    assert.deepEqual(literals('**今天晴。**明天雨'), ['0 ** o', '6 ** o']);
    assert.deepEqual(literals('a * b **c*'), ['2 * ', '6 * o']);
    assert.deepEqual(literals('**好** ~3'), ['6 ~ o']);
  });

  it('treat a shortcode as a word, and keep the offsets behind it', () => {
    const body = '**{{< param x >}}**，{{</* y */>}} *z*';
    assert.deepEqual(places(body).slice(-3), ['em_open *', 'text z', 'em_close *']);
    assert.equal(places(body)[1], 'text {{< param x >}}');
  });
});

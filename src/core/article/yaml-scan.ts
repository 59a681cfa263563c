import type { Behaviour } from '../hugo/behaviour.ts';
import { message } from '../messages.ts';
import type { SyntaxFault } from './syntax.ts';
import { scanBlockScalar } from './yaml-scan-block.ts';
import { endOfQuoted, scanEscapes, scanQuotedLines } from './yaml-scan-quoted.ts';
import { ScanText } from './yaml-scan-text.ts';
import { anchorFault, flowPlainFaults, specialStart, tagAt } from './yaml-scan-nodes.ts';

/** YAML as the library has to see it, and what Hugo's parsers refuse of it although the library takes it. */
export interface YamlScan {
  /** As long as the source: all offsets stay. */
  readonly text: string;
  /** Offsets of the source. */
  readonly faults: readonly SyntaxFault[];
  /** Behind a line `...`, which ends the document; absent: there is none. */
  readonly rest?: number;
}

const isBlank = (char: string | undefined): boolean =>
  char === undefined || char === ' ' || char === '\t' || char === '\n';

/**
 * Reads YAML once from start to end, and tells apart what the library and Hugo's two parsers (gopkg.in/yaml.v2 before
 * 0.152, goccy/go-yaml since) do not agree on. What only the library refuses becomes something that it takes: line
 * ends in quoted texts and between brackets become spaces, comments that are too close, too. It does not judge what all
 * three refuse.
 */
export function scanYaml(source: string): YamlScan {
  return new YamlScanner(source).run();
}

class YamlScanner extends ScanText {
  /** The brackets around the place. */
  private readonly flows: { readonly kind: '[' | '{'; hasColon: boolean }[] = [];
  private rest: number | undefined;
  private lineStart = 0;
  /** A value or key may start here. */
  private atNode = true;
  /** Right behind a quotation mark or bracket that ended a value. */
  private isClosed = false;
  /** Behind a colon: a key has no value yet. */
  private awaitsValue = false;
  /** Lines indented deeper than this go on with the unquoted text before; -1: there is none. */
  private plainIndent = -1;
  /** Column of the last key or list dash, and which of them it was. */
  private parent = -1;
  private isItem = false;

  run(): YamlScan {
    const tab = /^ *\t[ \t]*(?:#|\n|$)/.exec(this.view);
    if (tab) this.refuse({ rule: 'yaml-tab', message: message('yaml-tab'), start: 0, only: 'yamlV2' });
    while (this.at < this.view.length) {
      if (this.view[this.at] === '\n') this.lineEnd();
      else if (this.atNode) this.node();
      else this.within();
    }
    return {
      text: this.out.join(''),
      faults: this.faults,
      ...(this.rest !== undefined && { rest: this.rest }),
    };
  }

  private lineEnd(): void {
    const end = this.at++;
    this.lineStart = this.at;
    if (this.flows.length > 0) {
      this.lineEndInFlow(end);
      return;
    }
    this.isClosed = false;
    const indent = this.matches(/ */y)?.[0].length ?? 0;
    const first = this.at + indent;
    if (this.view[first] === '\t' && indent <= this.parent && this.matches(/[ \t]*(?:#|\n|$)/y, first))
      this.refuse({ rule: 'yaml-tab', message: message('yaml-tab'), start: first });
    const isEmpty = /^\n?$/.test(this.view.charAt(first));
    if (!isEmpty && this.goesOnWithText(indent, first)) {
      this.at = first;
      return;
    }
    if (this.plainIndent === -1 && this.awaitsValue && this.parent === 0) this.valueAtMargin(end);
    if (!isEmpty) this.plainIndent = -1;
    this.atNode = true;
  }

  private lineEndInFlow(end: number): void {
    this.mask(end);
    if (!this.isClosed && this.matches(/ *\t[ \t]*[\]}]/y))
      this.refuse({ rule: 'yaml-tab', message: message('yaml-tab'), start: this.at, only: 'yamlV2' });
  }

  /** Whether a line belongs to the unquoted text before it. */
  private goesOnWithText(indent: number, first: number): boolean {
    return this.plainIndent >= 0 && indent > this.plainIndent && this.view[first] !== '#';
  }

  /** A value in the first column of the line below its key. */
  private valueAtMargin(lineEnd: number): void {
    if (this.isItem || !this.matches(/(?!#|-[ \t\n]|---|\.\.\.|[^\n]*:[ \t]*(?:\n|$)|[^\n]*: )[^\s]/y))
      return;
    this.mask(lineEnd);
    const length = this.endOfLine(this.at) - this.at;
    const text = message('yaml-indentation.value');
    this.refuse({ rule: 'yaml-indentation', message: text, start: this.at, length, only: 'yamlV2' });
  }

  /** Where a key or value may start. */
  private node(): void {
    const char = this.view[this.at] ?? '';
    const next = this.view[this.at + 1];
    if (char === ' ' || char === '\t') {
      this.at++;
      return;
    }
    const isBehindColon = this.awaitsValue;
    this.awaitsValue = false;
    if (this.flows.length > 0) this.flowNode(char, isBehindColon);
    else if (this.at === this.lineStart && this.matches(/\.\.\.(?=[ \t\n]|$)/y)) this.documentEnd();
    else if (char === '%' && this.at === this.lineStart && this.parent >= 0) this.directive();
    else if ((char === '-' || char === '?') && isBlank(next)) this.indicator(char);
    else if (!this.valueNode(char)) this.blockNode(char);
  }

  private documentEnd(): void {
    const end = this.endOfLine(this.at);
    const rest = this.view.slice(this.at + 3, end);
    const text = message('yaml-syntax.document-end');
    if (this.view.slice(0, this.at).trim() === '')
      this.refuse({ rule: 'yaml-syntax', message: text, start: this.at, length: 3, only: 'yamlV2' });
    if (/\S/.test(rest) && !/^\s+#/.test(rest)) {
      this.mask(this.at + 3, end);
      this.refuse({
        rule: 'yaml-syntax',
        message: text,
        start: this.at,
        length: end - this.at,
        only: 'goccyYaml',
      });
    }
    this.rest ??= end;
    this.at = end;
  }

  /** A directive ends the front matter for yaml.v2, without a word. */
  private directive(): void {
    const length = this.endOfLine(this.at) - this.at;
    const text = message('yaml-special-start', { char: '%' });
    this.refuse({ rule: 'yaml-special-start', message: text, start: this.at, length, only: 'goccyYaml' });
    for (let i = this.at; i < this.view.length; i++) if (this.view[i] !== '\n') this.mask(i);
    this.at = this.view.length;
  }

  private indicator(char: string): void {
    if (this.matches(/[-?] *\t/y))
      this.refuse({ rule: 'yaml-tab', message: message('yaml-tab'), start: this.at, only: 'yamlV2' });
    // A key with nothing but `?` for its value.
    if (char === '?' && this.isBehindKeyOnLine() && this.matches(/\?[ \t]*(?:\n|$)/y)) {
      this.special('?', 1, 'yamlV2');
      this.plain();
      return;
    }
    // In a list it is a text, or nothing.
    if (char === '?' && this.isItem && this.matches(/(?<=-[ \t]+)\?[ \t]*(?:\n|$)/y)) {
      this.mask(this.at, this.at + 1, 'x');
      this.plain();
      return;
    }
    this.parent = this.at - this.lineStart;
    this.isItem = char === '-';
    this.at++;
  }

  private isBehindKeyOnLine(): boolean {
    return /:[ \t]+$/.test(this.view.slice(Math.max(this.lineStart, this.at - 50), this.at));
  }

  /** What starts with a sign of its own, in block and flow; false if nothing of that kind stands here. */
  private valueNode(char: string): boolean {
    if (char === '"' || char === "'") this.quoted();
    else if (char === '[' || char === '{') this.open(char);
    else if (char === '#' && /^$|[\s,[\]{}]/.test(this.view[this.at - 1] ?? ''))
      this.comment(this.flows.length > 0);
    else if (char === '&' || char === '*') this.anchor(char);
    else if (char === '!') this.tag();
    else return false;
    return true;
  }

  private blockNode(char: string): void {
    const isBehindKey = !this.isItem && this.parent === 0;
    if (char === '|' || char === '>') {
      this.blockScalar();
      return;
    }
    if (this.at === this.lineStart && this.matches(/\.\.\.(?=\S)/y)) {
      const text = message('yaml-syntax.document-end');
      this.refuse({ rule: 'yaml-syntax', message: text, start: this.at, length: 3, only: 'goccyYaml' });
    }
    if ((char === ',' || char === '}') && this.parent >= 0) this.special(char, 1, 'yamlV2');
    if (char === '%' && this.parent >= 0 && !isBehindKey) this.special(char, 1, 'yamlV2');
    this.plain();
  }

  private flowNode(char: string, isBehindColon: boolean): void {
    if (char === ']' || char === '}') this.closeOrText(char);
    else if (char === ',') this.comma();
    else if (char === '-' && this.matches(/-[,\]}\s]/y)) this.dashInFlow();
    else if (char === '?' && isBlank(this.view[this.at + 1])) this.questionInFlow();
    else if (!this.valueNode(char)) this.textInFlow(char, isBehindColon);
  }

  /** A dash alone is a text; one before a text is for goccy/go-yaml only. */
  private dashInFlow(): void {
    if (isBlank(this.view[this.at + 1])) this.special('-', 1, 'yamlV2');
    else this.mask(this.at, this.at + 1, 'x');
    this.plain();
  }

  private questionInFlow(): void {
    const rest = this.matches(/\?[^,\]}]*/y)?.[0] ?? '';
    const isKey = this.flows.at(-1)?.kind === '{' || /:\s/.test(rest);
    if (!isKey) this.special('?', 1, 'goccyYaml', false);
    this.at++;
  }

  private textInFlow(char: string, isBehindColon: boolean): void {
    const kind = this.flows.at(-1)?.kind;
    const isAlone = this.matches(/[^][,\]}]/y) !== null;
    // `[:]` is a text for goccy/go-yaml, `{:}` an empty key for all.
    const isText = isAlone && (kind === '[' || isBehindColon);
    if (char === ':' && !isBlank(this.view[this.at + 1])) this.special(':', 1, 'yamlV2', isText);
    if (char === '?' && isAlone) this.mask(this.at, this.at + 1, 'x');
    const place = { view: this.view, at: this.at, kind, isBehindColon };
    for (const fault of flowPlainFaults(place)) this.refuse(fault);
    this.plain();
  }

  /** A sign that cannot start an unquoted text, except for some versions; the library must not see it. */
  private special(char: string, length: number, only: Behaviour, isHidden = true): void {
    this.refuse(specialStart(char, this.at, { length, only }));
    if (isHidden) this.mask(this.at, this.at + 1, 'x');
  }

  private plain(): void {
    this.atNode = false;
    this.isClosed = false;
    if (this.flows.length === 0) this.plainIndent = this.parent;
    this.at++;
  }

  private open(char: '[' | '{'): void {
    this.flows.push({ kind: char, hasColon: false });
    this.atNode = true;
    this.at++;
  }

  private close(): void {
    this.flows.pop();
    this.ended(this.at + 1);
  }

  /** A quoted text or a flow collection ends before `end`. */
  private ended(end: number): void {
    this.at = end;
    this.atNode = false;
    this.isClosed = true;
    this.plainIndent = -1;
  }

  /** A bracket where a value may start; `[}` is a text for goccy/go-yaml. */
  private closeOrText(char: string): void {
    if (!this.isOtherEnd(char)) this.close();
    else {
      this.special(char, 1, 'yamlV2');
      this.plain();
    }
  }

  private comma(): void {
    const flow = this.flows.at(-1);
    if (flow) flow.hasColon = false;
    this.atNode = true;
    this.isClosed = false;
    this.at++;
  }

  private comment(isHidden: boolean): void {
    const end = this.endOfLine(this.at);
    if (isHidden) this.mask(this.at, end);
    this.at = end;
    this.plainIndent = -1;
  }

  /** A closing bracket that does not fit the open one. */
  private isOtherEnd(char: string): boolean {
    return this.flows.at(-1)?.kind === (char === '}' ? '[' : '{');
  }

  /** Within an unquoted text, or behind a value. */
  private within(): void {
    const char = this.view[this.at] ?? '';
    const before = this.view[this.at - 1];
    const inFlow = this.flows.length > 0;
    if (char === ':' && (isBlank(this.view[this.at + 1]) || (inFlow && this.isClosed))) this.colon();
    else if (char === '#' && (isBlank(before) || this.isClosed)) this.comment(inFlow || !isBlank(before));
    else if (inFlow) this.withinFlow(char);
    else this.at++;
  }

  private withinFlow(char: string): void {
    if (char === ',') this.comma();
    else if (char === '[' || char === '{') this.open(char);
    else if (char === '}' || char === ']') {
      if (this.isClosed || !this.isOtherEnd(char)) this.close();
      else {
        this.special(char, 1, 'yamlV2');
        this.at++;
      }
    } else {
      if (char === '?' && !this.isClosed) {
        const text = message('yaml-special-start.inside', { char });
        this.refuse({ rule: 'yaml-special-start', message: text, start: this.at, only: 'yamlV2' });
      }
      this.at++;
    }
  }

  private colon(): void {
    if (this.flows.length === 0) {
      const key = this.matches(/(?: |[-?][ \t]+(?=\S))*/y, this.lineStart)?.[0].length ?? 0;
      this.parent = key;
      this.isItem = false;
      this.plainIndent = -1;
      if (/[^\s"'-]<<[ \t]*$/.test(this.view.slice(Math.max(this.lineStart, this.at - 20), this.at)))
        this.refuse({
          rule: 'yaml-syntax',
          message: message('yaml-syntax.merge-key'),
          start: this.at - 2,
          length: 2,
          only: 'goccyYaml',
        });
    }
    const flow = this.flows.at(-1);
    if (flow?.kind === '{' && flow.hasColon && !this.isClosed) {
      // The second colon of an entry is text for goccy/go-yaml.
      this.special(':', 1, 'yamlV2');
      this.at++;
      return;
    }
    if (flow) flow.hasColon = true;
    this.awaitsValue = true;
    this.atNode = true;
    this.isClosed = false;
    this.at++;
  }

  private quoted(): void {
    const start = this.at;
    const end = endOfQuoted(this.view, start);
    if (end === undefined) {
      this.at = this.view.length;
      return;
    }
    const inFlow = this.flows.length > 0;
    const isKey = !inFlow && this.matches(/[ \t]*:(?=\s|$)/y, end + 1) !== null;
    if (!isKey) scanQuotedLines(this, { start, end }, this.parent);
    if (this.view[start] === '"') scanEscapes(this, { start, end });
    if (this.flows.at(-1)?.kind === '[' && this.matches(/ *:(?!\s)/y, end + 1)) {
      const text = message('yaml-missing-space.colon', { key: this.view.slice(start + 1, end) });
      this.refuse({ rule: 'yaml-missing-space', message: text, start: end + 1, only: 'goccyYaml' });
    }
    const lastLine = this.view.lastIndexOf('\n', end);
    if (!isKey && lastLine > start) this.lineStart = lastLine + 1;
    this.ended(end + 1);
  }

  private blockScalar(): void {
    this.at = scanBlockScalar(this, this.parent);
    this.atNode = false;
    this.isClosed = false;
    this.plainIndent = -1;
  }

  private anchor(char: string): void {
    const name = this.matches(/.[^\s,[\]{}]*/y)?.[0] ?? char;
    const inFlow = this.flows.length > 0;
    if (char === '&' && name === '&' && !inFlow && this.matches(/&[ \t]+[^\s#]/y)) {
      this.special('&', 1, 'yamlV2');
      this.plain();
      return;
    }
    const fault = char === '&' ? anchorFault(this.view, this.at, { name, inFlow }) : undefined;
    if (fault) this.refuse(fault);
    this.at += name.length;
    if (char === '*') this.atNode = false;
  }

  private tag(): void {
    const place = { inFlow: this.flows.length > 0, parent: this.parent };
    const { refusal, length, isHidden, isText } = tagAt(this.view, this.at, place);
    if (refusal) this.refuse(refusal);
    if (isHidden) this.mask(this.at, this.at + length, isText ? 'x' : ' ');
    if (isText) this.plain();
    else this.at += length;
  }
}

/** From an offset of an edited text to the offset of the text that it was made from. */
export type OffsetMap = (offset: number) => number;

interface Piece {
  /** Offsets in the edited and in the original text. */
  readonly made: number;
  readonly origin: number;
  readonly copied: boolean;
}

export interface OffsetMapBuilder {
  /** Text that stays. */
  readonly copy: (length: number) => void;
  /** `before` characters became `after` ones. */
  readonly replace: (before: number, after: number) => void;
  /** Offsets in replaced text give the start of what was replaced. */
  readonly lookup: OffsetMap;
}

export function offsetMap(): OffsetMapBuilder {
  const pieces: Piece[] = [];
  let made = 0;
  let origin = 0;
  const push = (copied: boolean, before: number, after: number): void => {
    pieces.push({ made, origin, copied });
    made += after;
    origin += before;
  };
  return {
    copy: length => {
      push(true, length, length);
    },
    replace: (before, after) => {
      push(before === after, before, after);
    },
    lookup: offset => {
      if (offset >= made) return origin + offset - made;
      let low = 0;
      for (let high = pieces.length - 1; low < high;) {
        const middle = (low + high + 1) >> 1;
        if ((pieces[middle]?.made ?? Infinity) <= offset) low = middle;
        else high = middle - 1;
      }
      const piece = pieces[low];
      if (!piece) return offset;
      return piece.copied ? piece.origin + offset - piece.made : piece.origin;
    },
  };
}

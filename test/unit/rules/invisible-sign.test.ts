import { expectProblems, withHugo } from '../support/markers.ts';

describe('a byte order mark behind the fence', () => {
  const article = (first: string): string => `---\n${first}title: 早市\ndate: 2025-02-13\n---\n\n正文。\n`;

  it('is told where Hugo takes it for a part of the first key', () =>
    expectProblems(article('⟦invisible-sign warning|\ufeff⟧'), withHugo('0.169.0')));
  it('is skipped by the parser before', () => expectProblems(article('\ufeff'), withHugo('0.131.0')));
  it('breaks the build where it stands alone', () =>
    expectProblems(article('⟦invisible-sign error|\ufeff⟧\n'), withHugo('0.169.0')));
});

import Mocha from 'mocha';
import * as vscode from 'vscode';

/** What a suite's title starts with if it belongs to a window that is set up otherwise than usual. */
const special = ['Restricted Mode', 'Chinese display'];

/** VS Code calls this in its extension host; a rejection is a failed run. */
export async function run(): Promise<void> {
  console.log(`tests: VS Code ${vscode.version}, ${vscode.env.language}`);
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: Lines });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  // Read only now: the test files need what `pre-require` has put into place.
  await import('tests:all');
  mocha.grep(wanted());
  const stats = await new Promise<Mocha.Stats | undefined>(resolve => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  const { passes = 0, failures = 0 } = stats ?? {};
  console.log(`tests: ${passes} passed, ${failures} failed`);
  if (failures > 0) throw new Error(`${failures} failed`);
  if (passes === 0) throw new Error('no test ran');
}

function wanted(): RegExp {
  if (!vscode.workspace.isTrusted) return /^Restricted Mode/;
  if (vscode.env.language === 'zh-cn') return /^Chinese display/;
  return new RegExp(`^(?!${special.join('|')})`);
}

/** Prints whole lines, each as soon as it is known: the last one tells where a run got stuck. */
class Lines extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('pass', test => console.log(`  ✓ ${test.fullTitle()} (${test.duration ?? 0} ms)`));
    runner.on('pending', test => console.log(`  - ${test.fullTitle()}`));
    runner.on('fail', (test, error: unknown) => {
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      console.log(`  ✗ ${test.fullTitle()}\n${trace}`);
    });
  }
}

import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with one plain line, and says loudly what was left out. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0).length;
    const skipped = tests.filter((test) => test.result().state === 'skipped');
    for (const name of new Set(skipped.map((test) => test.module.moduleId.split('/').slice(-3).join('/'))))
      process.stdout.write(
        `\n!!! LEFT OUT: tests of ${name} did not run: a program that they need is not on this machine (CONTRIBUTING.md)\n`,
      );
    const failed = count('failed') + broken + unhandled.length;
    const rest = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
    process.stdout.write(`\n${count('passed')} passed, ${failed} failed${rest}\n`);
  }
}

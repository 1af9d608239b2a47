/** The projects of the test run. Vitest does not read this file by itself: `vitest.config.ts` does. */
export const projects = ['packages', 'services']
  .map((folder) => `${folder}/*/vitest.config.ts`)
  .concat('frontend', 'tests');

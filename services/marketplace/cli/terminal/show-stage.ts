import type { ShowStage } from '../../operations/operating.ts';
import { showProgress } from './progress.ts';

const words = { build: 'Building', 'bring-up': 'Bringing up', fold: 'Folding', read: 'Reading' } as const;

/** Shows the stages of an operation to whoever sits at the terminal; a comparison is over too soon for that. */
export const showStage: ShowStage = (stage, of) =>
  stage === 'compare' || stage === 'switch'
    ? { show: () => undefined, [Symbol.dispose]: () => undefined }
    : showProgress(`${words[stage]} ${of === 'log' ? 'the log' : of}`);

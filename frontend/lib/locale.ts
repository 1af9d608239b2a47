/** One language for now. */
export const locale = 'en-GB';

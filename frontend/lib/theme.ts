export const themes = ['light', 'dark'] as const;
/** The colours that a reader chose; without one, they are as the device has them. */
export type Theme = (typeof themes)[number];

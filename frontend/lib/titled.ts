import type { Metadata } from 'next';
import { ApiProblem } from './api/problem.ts';

/** A page's title from what the API says; without one when it refuses, since the page itself says why. */
export async function titled(title: () => Promise<string>): Promise<Metadata> {
  try {
    return { title: await title() };
  } catch (problem) {
    if (problem instanceof ApiProblem) return {};
    throw problem;
  }
}

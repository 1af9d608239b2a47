/** What the routes of operators are together under. */
export const tags = ['operations'];

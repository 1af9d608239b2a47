/** The groups of words that the form of a listing and its preview need in the browser. */
export const listingWords = ['listing', 'preview', 'remark', 'show', 'price', 'ticketStatus'] as const;

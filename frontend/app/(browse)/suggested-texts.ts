/**
 * The texts of a reply of suggestions, each once. Read without its schema, which would take more room in the browser
 * than all else that the page needs; what is no such reply suggests nothing.
 */
export function suggestedTexts(reply: unknown): readonly string[] {
  const items = isRecord(reply) && Array.isArray(reply.items) ? reply.items : [];
  const texts = items.flatMap((item: unknown) => (isRecord(item) && typeof item.text === 'string' ? [item.text] : []));
  return [...new Set(texts)];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/**
 * The content security policy of one response (security.md 40). Scripts run only with its nonce, or when a script
 * that has it loads them; what stands in a page as text never runs. Styles come from files alone: no `style` attribute.
 */
export function contentSecurityPolicy(nonce: string, { isDevelopment = false } = {}): string {
  // The development server evaluates code and writes styles into the page.
  const [evaluate, inlineStyle] = isDevelopment ? [" 'unsafe-eval'", " 'unsafe-inline'"] : ['', ''];
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluate}`,
    `style-src 'self'${inlineStyle}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');
}

/**
 * What a window may load. Fonts, styles and scripts come from the program itself; inline scripts, eval and foreign
 * addresses are out.
 * - `img-src blob: data:`: pictures that the PDF preview draws, and small icons inside style sheets.
 * - `worker-src 'self'`: the PDF preview's worker is a file of the program; a blob worker would run foreign code.
 * - `connect-src 'self'`: the local host's calls; the `app:` scheme answers with files only.
 * - `frame-src blob:`: the stored PDF stands in a frame of its own for the system's print dialog.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "worker-src 'self'",
  'frame-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sent with every response to a window, in both shells. */
export const WINDOW_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), usb=(), serial=(), hid=(), display-capture=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

import type { IncomingMessage, ServerResponse } from "node:http";

/** Own style, so that nobody takes these pages for the market's or Stripe's. */
const STYLE =
  "body{font:16px/1.6 system-ui,sans-serif;margin:0;background:#f5f7fa;color:#1a2330}" +
  "main{max-width:30rem;margin:0 auto;padding:1rem}" +
  ".note{background:#fff4d6;border:2px dashed #8a5a00;color:#5c3c00;padding:.75rem 1rem;border-radius:.5rem;font-weight:600}" +
  ".alert{background:#fde8e8;color:#8a1c1c;padding:.75rem 1rem;border-radius:.5rem}" +
  "fieldset{border:1px solid #8793a3;border-radius:.5rem;margin:1rem 0}label{display:block;padding:.5rem 0}" +
  "button,.back{display:block;width:100%;box-sizing:border-box;min-height:2.75rem;margin:.5rem 0;font:inherit;border-radius:.375rem;border:1px solid #1f4fa3;background:#fff;color:#1f4fa3;text-align:center;text-decoration:none;line-height:2.75rem;padding:0 1rem}" +
  "button.first{background:#1f4fa3;color:#fff}.sum{font-size:1.75rem;font-weight:700}" +
  ":focus-visible{outline:3px solid #b45309;outline-offset:2px}a{color:#1f4fa3}";

export type PageTexts = {
  lang: string;
  title: string;
  banner: string;
  other: string;
  otherLang: string;
};

/** A whole page of the stand-in, marked as play. @param nonce of the answer's policy, for the style */
export function pageOf(t: PageTexts, body: string, nonce: string): string {
  return (
    `<!doctype html><html lang="${t.lang}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">` +
    `<title>${t.title}</title><style${nonce ? ` nonce="${escapeHtml(nonce)}"` : ""}>${STYLE}</style></head>` +
    `<body><main><p class="note">${t.banner}</p><h1>${t.title}</h1>${body}` +
    `<p><a href="?lang=${t.otherLang}" lang="${t.otherLang === "en" ? "en" : "zh-CN"}">${t.other}</a></p></main></body></html>`
  );
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Every page tells robots, caches and browsers to forget it. */
export function showPage(response: ServerResponse, status: number, html: string): void {
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  response.writeHead(status, headers).end(html);
}

export function redirectTo(response: ServerResponse, address: string): void {
  response.writeHead(303, { location: address, "cache-control": "no-store" }).end();
}

/** The language asked for in the address, else the browser's. */
export function isEnglish(request: IncomingMessage, url: URL): boolean {
  const asked = url.searchParams.get("lang") ?? request.headers["accept-language"] ?? "zh";
  return /^en/i.test(asked);
}

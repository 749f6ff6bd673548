import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import script from "./offline-page-script.js?raw";
import { offlinePageStyle as style } from "./offline-page-style";
import type { TrustedKey } from "./offline-verify-rules.js";
import rules from "./offline-verify-rules.js?raw";

export type OfflineTexts = {
  /** Texts of the page itself. */
  page: Readonly<Record<string, string>>;
  field: Readonly<Record<string, string>>;
  kind: Readonly<Record<string, string>>;
  status: Readonly<Record<string, string>>;
  /** Names of the sub-kinds. */
  category: Readonly<Record<string, string>>;
};

export type OfflinePage = {
  html: string;
  /** SHA-256 of the file, hex. */
  sha256: string;
  /** Content-Security-Policy that the page carries itself, and is served with. */
  policy: string;
};

const hash64 = (text: string) => createHash("sha256").update(text, "utf8").digest("base64");
/** In JSON inside HTML a "<" could end the element. */
const inHtml = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");

const require = createRequire(import.meta.url);
let reader: string | undefined;

/** The QR reader, a classic script; Apache-2.0. */
function readerScript(): string {
  reader ??= readFileSync(require.resolve("jsqr"), "utf8");
  return reader;
}

/** Rules and page as one module: the import between them is dropped, for nothing is loaded. */
function moduleScript(): string {
  return `${rules}\n${script.replace(/^import .*$/m, "")}`;
}

/**
 * The stand-alone verifier: one file without any reference to another, which works from a disk and
 * whose own policy forbids it every connection. The same keys and texts give the same bytes.
 */
export function makeOfflinePage(data: {
  keys: readonly TrustedKey[];
  origin: string;
  texts: Record<"zh-CN" | "en", OfflineTexts>;
}): OfflinePage {
  const classic = readerScript();
  const main = moduleScript();
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash64(classic)}' 'sha256-${hash64(main)}'`,
    `style-src 'sha256-${hash64(style)}'`,
    "img-src blob: data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const { page } = data.texts["zh-CN"];
  const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${page.title ?? ""}</title>
<style>${style}</style>
</head>
<body>
<main>
<header><h1 id="title"></h1><button id="language" class="plain" type="button"></button></header>
<p id="lead"></p>
<noscript>${Object.values(data.texts)
    .map((one) => `<p>${one.page.noScript ?? ""}</p>`)
    .join("")}</noscript>
<form id="form">
<label id="pasteLabel" for="paste"></label>
<p id="pasteHint" class="hint"></p>
<textarea id="paste" aria-describedby="pasteHint" spellcheck="false" autocomplete="off"></textarea>
<button id="check" type="submit"></button>
</form>
<div class="file">
<label id="fileLabel" for="file"></label>
<p id="fileHint" class="hint"></p>
<input id="file" type="file" aria-describedby="fileHint" accept=".pdf,application/pdf,image/png,image/jpeg,image/webp">
</div>
<section id="result" class="result" role="status" aria-live="polite" tabindex="-1" hidden></section>
<p id="madeOn" class="hint"></p>
</main>
<script type="application/json" id="data">${inHtml(data)}</script>
<script>${classic}</script>
<script type="module">${main}</script>
</body>
</html>
`;
  return { html, sha256: createHash("sha256").update(html, "utf8").digest("hex"), policy };
}

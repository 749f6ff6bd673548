import { createHash } from "node:crypto";
import { bundleSource } from "~/platform/bundler.server";
import type { DbOrTx } from "~/platform/db.server";
import { VERDICT_WORDS } from "./verdict-text-rules";
import { listVerifierKeys } from "./verifier-keys-queries.server";
import type { KnownKey } from "./verify-transcript-rules";

const SOURCES = {
  command: "app/domain/bidding/verifier-command.ts",
  page: "app/domain/bidding/verifier-page-script.ts",
} as const;

const made = new Map<string, Promise<string>>();

/** The verifier for the command line: one file for Node without any package. */
export async function makeVerifierCommand(db: DbOrTx): Promise<string> {
  return bundle("command", await listVerifierKeys(db));
}

/**
 * The same as one page that works from a disk. Its own policy forbids it every connection.
 * @returns the page, and the policy that it is served with too
 */
export async function makeVerifierPage(db: DbOrTx): Promise<{ html: string; policy: string }> {
  // In a script inside HTML "</" could end the element.
  const script = (await bundle("page", await listVerifierKeys(db))).replaceAll("</", "<\\/");
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash64(script)}'`,
    `style-src 'sha256-${hash64(STYLE)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const [zh, en] = [VERDICT_WORDS["zh-CN"], VERDICT_WORDS.en];
  const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${zh.title} · ${en.title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${zh.title} <span lang="en">${en.title}</span></h1>
<label for="file">竞价记录文件（.json） <span lang="en">Transcript file (.json)</span></label>
<input id="file" type="file" accept=".json,application/json">
<noscript><p>核验需要启用 JavaScript。 <span lang="en">Checking needs JavaScript.</span></p></noscript>
<div id="answer" role="status" aria-live="polite"></div>
</main>
<script type="module">${script}</script>
</body>
</html>
`;
  return { html, policy };
}

const STYLE = `body{font:16px/1.6 system-ui,sans-serif;margin:0;color:#1a1a1a;background:#fff}
main{max-width:44rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:1.4rem}h1 span{display:block;font-size:1rem;font-weight:400}
label{display:block;margin:1rem 0 .5rem}
section{border:1px solid #767676;border-radius:.5rem;padding:0 1rem;margin:1rem 0;overflow-wrap:anywhere}
h2{font-size:1.1rem}.first{font-weight:700}
[data-valid=true] .first{color:#14602b}[data-valid=false] .first{color:#a1160a}`;

const hash64 = (text: string) => createHash("sha256").update(text, "utf8").digest("base64");

/** Bundled once for each set of keys. */
function bundle(kind: keyof typeof SOURCES, keys: readonly KnownKey[]): Promise<string> {
  const name = `${kind} ${keys.map((one) => one.fingerprint).join(" ")}`;
  const present = made.get(name);
  if (present) return present;
  const making = bundleSource(SOURCES[kind], { MARKET_KEYS: keys });
  made.set(name, making);
  making.catch(() => made.delete(name));
  return making;
}

import { createHash } from "node:crypto";
import keys from "./holder-key-rules.js?raw";
import script from "./sealing-page-script.js?raw";
import { sealingPageStyle as style } from "./sealing-page-style";
import type { SealingCall } from "./sealing-rules.js";
import rules from "./sealing-rules.js?raw";
import sharing from "./secret-sharing-rules.js?raw";
import { MOST_ATTACHED_BYTES, MOST_ATTACHMENTS } from "./tender-bid-schema";
import type { TenderCriterion } from "./tender-schema";

const hash64 = (text: string) => createHash("sha256").update(text, "utf8").digest("base64");
/** In JSON inside HTML a "<" could end the element. */
const inHtml = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");
const inText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Rules and page as one module: the imports between them are dropped, for nothing is loaded. */
const main = [sharing, keys, rules, script]
  .map((text) => text.replace(/^import [\s\S]*? from "[^"]+";$/gm, ""))
  .join("\n");

export type SealingPageTexts = {
  lang: string;
  title: string;
  lead: string;
  noScript: string;
  price: string;
  priceHint: string;
  days: string;
  answer: string;
  statement: string;
  attachments: string;
  attachmentsHint: string;
  seal: string;
  sealing: string;
  offlineDone: string;
  bad: Record<string, string>;
  errors: Record<string, string>;
};

/**
 * One file that seals a bid without the market: it loads nothing, and its own policy forbids it every
 * connection. It runs the very code of the market's page.
 */
export function makeSealingPage(page: {
  call: SealingCall;
  number: number;
  criteria: readonly TenderCriterion[];
  ceilingFen: string | null;
  texts: SealingPageTexts;
}): { html: string; policy: string } {
  const { texts, call, number, ceilingFen } = page;
  const { bad, errors, ...words } = texts;
  const criteria = page.criteria
    .filter((one) => one.kind === "SCORE")
    .map(({ id, title, guidance }) => ({ id, title, guidance }));
  const limits = { room: MOST_ATTACHED_BYTES, mostFiles: MOST_ATTACHMENTS };
  const data = { call, number, criteria, ceilingFen, ...limits, texts: words, bad, errors };
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash64(main)}'`,
    `style-src 'sha256-${hash64(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const answers = criteria.map(
    ({
      id,
      title,
      guidance,
    }) => `<label for="answer-${id}">${inText(texts.answer)}：${inText(title)}</label>
<p class="hint" id="hint-${id}">${inText(guidance)}</p>
<textarea id="answer-${id}" rows="6" maxlength="5000" aria-describedby="hint-${id}"></textarea>`,
  );
  const holders = call.holders.map((one) => `<p class="hint">${one.role} ${one.fingerprint}</p>`);
  const html = `<!doctype html>
<html lang="${texts.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${inText(texts.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${inText(texts.title)}</h1>
<p>${inText(texts.lead)}</p>
${holders.join("\n")}
<noscript><p>${inText(texts.noScript)}</p></noscript>
<form id="form" autocomplete="off">
<label for="price">${inText(texts.price)}</label>
<p class="hint" id="hint-price">${inText(texts.priceHint)}</p>
<input id="price" inputmode="decimal" aria-describedby="hint-price">
<label for="days">${inText(texts.days)}</label>
<input id="days" inputmode="numeric">
${answers.join("\n")}
<label for="statement">${inText(texts.statement)}</label>
<textarea id="statement" rows="3" maxlength="3000"></textarea>
<label for="attachments">${inText(texts.attachments)}</label>
<p class="hint" id="hint-attachments">${inText(texts.attachmentsHint)}</p>
<input id="attachments" type="file" multiple aria-describedby="hint-attachments">
<button type="submit">${inText(texts.seal)}</button>
</form>
<div id="answer" role="status" tabindex="-1" hidden></div>
</main>
<script type="application/json" id="data">${inHtml(data)}</script>
<script type="module">${main}</script>
</body>
</html>
`;
  return { html, policy };
}

import { VERDICT_WORDS, verdictLines } from "./verdict-text-rules";
import { type KnownKey, type Verdict, verifyTranscript } from "./verify-transcript-rules";

// What the stand-alone page does; bundled into it with the market's keys in place of the name below.
declare const MARKET_KEYS: readonly KnownKey[];

const file = document.querySelector<HTMLInputElement>("#file");
const answer = document.querySelector<HTMLElement>("#answer");

async function check(): Promise<void> {
  const chosen = file?.files?.[0];
  if (!chosen || !answer) return;
  answer.replaceChildren();
  const verdict = await verifyTranscript(await chosen.text(), MARKET_KEYS);
  answer.dataset.valid = String(verdict.isValid);
  answer.replaceChildren(...(["zh-CN", "en"] as const).map((locale) => section(verdict, locale)));
}

function section(verdict: Verdict, locale: "zh-CN" | "en"): HTMLElement {
  const made = document.createElement("section");
  made.lang = locale;
  const title = document.createElement("h2");
  title.textContent = VERDICT_WORDS[locale].title;
  const lines = verdictLines(verdict, locale).map((line, index) => {
    const element = document.createElement("p");
    element.textContent = `${index > 0 ? "" : verdict.isValid ? "✔ " : "✘ "}${line}`;
    if (index === 0) element.className = "first";
    return element;
  });
  made.replaceChildren(title, ...lines);
  return made;
}

file?.addEventListener("change", () => void check());

import type { IncomingMessage, ServerResponse } from "node:http";
import { finishAccount } from "./stripe-stand-in-actions.ts";
import type { StandInContext } from "./stripe-stand-in-api.ts";
import { escapeHtml, isEnglish, pageOf, redirectTo, showPage } from "./stripe-stand-in-frame.ts";
import { parseFields, readBody, textAt } from "./stripe-stand-in-request.ts";

const TEXTS = {
  zh: {
    lang: "zh-CN",
    title: "演示用的收款账户页面",
    banner: "演示用的收款账户页面：没有真实账户，请勿填写任何银行账户信息。",
    text: "在真实的支付服务商那里，单位在这一页填写主体资料和银行账户，并接受核验。",
    done: "资料已核验（演示）",
    later: "以后再填，返回市场",
    over: "没有这个收款账户。",
    back: "返回市场",
    other: "English",
    otherLang: "en",
  },
  en: {
    lang: "en",
    title: "Receiving account for demonstration",
    banner: "Demonstration: there is no real account here. Do not enter any bank data.",
    text: "At a real provider the organisation enters its particulars and its bank account on this page and is checked.",
    done: "All checked (demonstration)",
    later: "Later, back to the market",
    over: "There is no such account.",
    back: "Back to the market",
    other: "中文",
    otherLang: "zh",
  },
} as const;

/** The page to which an account link leads; plain forms, clearly marked as play. */
export async function answerAccountPage(
  { store, webhooks }: StandInContext,
  request: IncomingMessage,
  response: ServerResponse,
  nonce: string,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://stand-in");
  const id = url.pathname.split("/").at(-1) ?? "";
  const t = isEnglish(request, url) ? TEXTS.en : TEXTS.zh;
  const { returnUrls } = store.state;
  const back = Object.hasOwn(returnUrls, id) ? returnUrls[id] : undefined;
  if (back === undefined) {
    const body = `<p>${t.over}</p><a class="back" href="/">${t.back}</a>`;
    return showPage(response, 404, pageOf(t, body, nonce));
  }
  if (request.method === "POST") {
    const fields = parseFields(await readBody(request));
    if (textAt(fields, "answer") === "finish") finishAccount(store, webhooks, id);
    return redirectTo(response, back);
  }
  const body =
    `<p>${t.text}</p><p>${escapeHtml(id)}</p><form method="post">` +
    `<button class="first" name="answer" value="finish">${t.done}</button>` +
    `<button name="answer" value="later">${t.later}</button></form>`;
  showPage(response, 200, pageOf(t, body, nonce));
}

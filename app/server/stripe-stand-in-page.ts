import type { IncomingMessage, ServerResponse } from "node:http";
import { answerAccountPage } from "./stripe-stand-in-account-page.ts";
import { findSession, paySession } from "./stripe-stand-in-actions.ts";
import type { StandInContext } from "./stripe-stand-in-api.ts";
import { escapeHtml, isEnglish, pageOf, redirectTo, showPage } from "./stripe-stand-in-frame.ts";
import { parseFields, readBody, StandInError, textAt } from "./stripe-stand-in-request.ts";

const TEXTS = {
  zh: {
    lang: "zh-CN",
    title: "演示用的支付页面",
    banner: "演示用的支付页面：不会发生真实扣款，请勿填写任何银行卡信息。",
    amount: "应付金额",
    method: "支付方式",
    methods: { card: "银行卡", alipay: "支付宝", wechat_pay: "微信支付" },
    pay: "支付成功（演示）",
    fail: "支付失败（演示）",
    cancel: "取消，返回市场",
    failed: "演示：这次支付被拒绝。可以再试一次，或换一种方式。",
    over: "这个支付页面已经结束。",
    back: "返回市场",
    other: "English",
    otherLang: "en",
  },
  en: {
    lang: "en",
    title: "Payment page for demonstration",
    banner: "Demonstration: no real money moves here. Do not enter any card data.",
    amount: "Amount due",
    method: "Pay with",
    methods: { card: "Card", alipay: "Alipay", wechat_pay: "WeChat Pay" },
    pay: "Pay (demonstration)",
    fail: "Let the payment fail (demonstration)",
    cancel: "Cancel and go back",
    failed: "Demonstration: this payment was declined. Try again, or another way.",
    over: "This payment page has ended.",
    back: "Back to the market",
    other: "中文",
    otherLang: "zh",
  },
} as const;

/**
 * The page on which a session of the stand-in is paid; plain forms, clearly marked as play.
 * @param path what follows the page's own address: the id of the session
 * @param nonce of the Content-Security-Policy that the answer carries, for its style
 */
export async function answerPage(
  context: StandInContext,
  request: IncomingMessage,
  response: ServerResponse,
  nonce = "",
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://stand-in");
  const id = url.pathname.split("/").at(-1) ?? "";
  if (id.startsWith("acct_")) return answerAccountPage(context, request, response, nonce);
  const t = isEnglish(request, url) ? TEXTS.en : TEXTS.zh;
  const redirect = (to: string) => redirectTo(response, to);
  const show = (status: number, body: string) => showPage(response, status, pageOf(t, body, nonce));
  try {
    const session = findSession(context.store, id);
    const back = session.cancel_url ?? session.success_url;
    if (request.method === "POST") {
      const fields = parseFields(await readBody(request));
      const answer = textAt(fields, "answer");
      const method = textAt(fields, "method") ?? "";
      if (answer === "cancel") return void redirect(back);
      if (answer === "fail") return void redirect(`?failed=1&lang=${t.lang.slice(0, 2)}`);
      const known = session.payment_method_types.includes(method) ? method : "card";
      paySession(context.store, context.webhooks, id, known);
      return void redirect(session.success_url.replaceAll("{CHECKOUT_SESSION_ID}", id));
    }
    if (session.status !== "open") {
      return void show(
        200,
        `<p>${t.over}</p><a class="back" href="${escapeHtml(back)}">${t.back}</a>`,
      );
    }
    const failed = url.searchParams.has("failed")
      ? `<p class="alert" role="alert">${t.failed}</p>`
      : "";
    const name = escapeHtml(context.store.state.extras[id]?.itemName ?? "");
    const amount = (session.amount_total / 100).toFixed(2);
    const currency = escapeHtml(session.currency.toUpperCase());
    const choices = session.payment_method_types
      .map((type, index) => {
        const label = t.methods[type as keyof typeof t.methods] ?? type;
        const checked = index === 0 ? " checked" : "";
        return `<label><input type="radio" name="method" value="${escapeHtml(type)}"${checked}> ${escapeHtml(label)}</label>`;
      })
      .join("");
    show(
      200,
      `${failed}<p>${name}</p><p>${t.amount}<br><span class="sum">${currency} ${amount}</span></p>` +
        `<form method="post"><fieldset><legend>${t.method}</legend>${choices}</fieldset>` +
        `<button class="first" name="answer" value="pay">${t.pay}</button>` +
        `<button name="answer" value="fail">${t.fail}</button>` +
        `<button name="answer" value="cancel">${t.cancel}</button></form>`,
    );
  } catch (error) {
    if (!(error instanceof StandInError)) throw error;
    show(error.status, `<p>${t.over}</p><a class="back" href="/">${t.back}</a>`);
  }
}

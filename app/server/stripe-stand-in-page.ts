import type { IncomingMessage, ServerResponse } from "node:http";
import { findSession, paySession } from "./stripe-stand-in-actions.ts";
import type { StandInContext } from "./stripe-stand-in-api.ts";
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

const STYLE =
  "body{font:16px/1.6 system-ui,sans-serif;margin:0;background:#f5f7fa;color:#1a2330}" +
  "main{max-width:30rem;margin:0 auto;padding:1rem}" +
  ".note{background:#fff4d6;border:2px dashed #8a5a00;color:#5c3c00;padding:.75rem 1rem;border-radius:.5rem;font-weight:600}" +
  ".alert{background:#fde8e8;color:#8a1c1c;padding:.75rem 1rem;border-radius:.5rem}" +
  "fieldset{border:1px solid #8793a3;border-radius:.5rem;margin:1rem 0}label{display:block;padding:.5rem 0}" +
  "button,.back{display:block;width:100%;box-sizing:border-box;min-height:2.75rem;margin:.5rem 0;font:inherit;border-radius:.375rem;border:1px solid #1f4fa3;background:#fff;color:#1f4fa3;text-align:center;text-decoration:none;line-height:2.75rem;padding:0 1rem}" +
  "button.first{background:#1f4fa3;color:#fff}.sum{font-size:1.75rem;font-weight:700}" +
  ":focus-visible{outline:3px solid #b45309;outline-offset:2px}a{color:#1f4fa3}";

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
  const asked = url.searchParams.get("lang") ?? request.headers["accept-language"] ?? "zh";
  const t = /^en/i.test(asked) ? TEXTS.en : TEXTS.zh;
  const redirect = (to: string) =>
    response.writeHead(303, { location: to, "cache-control": "no-store" }).end();
  const show = (status: number, body: string) =>
    response
      .writeHead(status, {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
      })
      .end(pageOf(t, body, nonce));
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

function pageOf(
  t: (typeof TEXTS)["zh"] | (typeof TEXTS)["en"],
  body: string,
  nonce: string,
): string {
  return (
    `<!doctype html><html lang="${t.lang}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">` +
    `<title>${t.title}</title><style${nonce ? ` nonce="${escapeHtml(nonce)}"` : ""}>${STYLE}</style></head>` +
    `<body><main><p class="note">${t.banner}</p><h1>${t.title}</h1>${body}` +
    `<p><a href="?lang=${t.otherLang}" lang="${t.otherLang === "en" ? "en" : "zh-CN"}">${t.other}</a></p></main></body></html>`
  );
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

import type { Request, Response } from "express";

/** Sentences that must be said before, or without, the application: zh-CN first, then en. */
const TEXTS = {
  crossSite: [
    "请求来自其他网站，已拒绝。请返回本站页面重新提交。",
    "This request came from another site and was refused. Go back to the page and send it again.",
  ],
  tooMany: ["操作过于频繁，请稍后再试。", "Too many requests. Please try again in a while."],
  starting: [
    "市场正在启动，请稍候，页面会自动刷新。",
    "The market is starting. This page reloads by itself.",
  ],
  stopping: [
    "市场正在维护，请稍后再试。",
    "The market is being restarted. Please try again in a moment.",
  ],
  unreadable: [
    "请求无法识别，请检查网址后重试。",
    "This request cannot be read. Please check the address.",
  ],
  failed: [
    "服务器出错，问题已记录，请稍后再试。",
    "Something went wrong on our side and was recorded. Please try again later.",
  ],
} as const;

/**
 * Answers without the application: JSON for programs, else a page of one sentence in the language
 * that the browser asks for.
 */
export function sendPlainPage(
  req: Request,
  res: Response,
  status: number,
  text: keyof typeof TEXTS,
  reloadSeconds?: number,
): void {
  const isEnglish = req.acceptsLanguages("zh-CN", "zh", "en") === "en";
  const sentence = TEXTS[text][isEnglish ? 1 : 0];
  res.status(status).setHeader("Cache-Control", "no-store");
  if (reloadSeconds) res.setHeader("Retry-After", String(reloadSeconds));
  if (req.path.startsWith("/api/") || req.accepts("html", "json") === "json") {
    res.type("application/problem+json").send({ type: "about:blank", status, title: sentence });
    return;
  }
  const reload = reloadSeconds ? `<meta http-equiv="refresh" content="${reloadSeconds}">` : "";
  res
    .type("html")
    .send(
      `<!doctype html><html lang="${isEnglish ? "en" : "zh-CN"}"><head><meta charset="utf-8">` +
        `<meta name="viewport" content="width=device-width"><title>${sentence}</title>${reload}</head>` +
        `<body><main><p>${sentence}</p><p><a href="/">Grand Market</a></p></main></body></html>`,
    );
}

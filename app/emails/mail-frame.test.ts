import { describe, expect, it } from "vitest";
import { escapeHtml, renderMail } from "./mail-frame";

const parts = {
  locale: "zh-CN",
  marketName: "科技大市场",
  subject: "审核\r\nBcc: x@example.org",
  greeting: "您好：",
  blocks: [
    {
      title: "<img src=x onerror=alert(1)>",
      text: 'A & B "quoted"',
      link: { url: 'https://m.example/?a=1&b="2"', label: "查看" },
    },
  ],
  footer: "脚注",
  footerLinks: [{ url: "https://m.example/unsubscribe/t", label: "退订" }],
};

describe("renderMail", () => {
  it("escapes everything that came from outside", () => {
    const { html } = renderMail(parts);
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(html).toContain("A &amp; B &quot;quoted&quot;");
    expect(html).toContain('href="https://m.example/?a=1&amp;b=&quot;2&quot;"');
  });

  it("keeps the subject on one line", () => {
    expect(renderMail(parts).subject).toBe("审核 Bcc: x@example.org");
  });

  it("says the same in plain text", () => {
    const { text } = renderMail(parts);
    expect(text).toContain("<img src=x onerror=alert(1)>");
    expect(text).toContain("退订: https://m.example/unsubscribe/t");
  });
});

describe("escapeHtml", () => {
  it("covers attribute values in either quote", () => {
    expect(escapeHtml(`<>&"'`)).toBe("&lt;&gt;&amp;&quot;&#39;");
  });
});

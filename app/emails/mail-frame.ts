/** A mail ready for the outbox. */
export type RenderedMail = { subject: string; text: string; html: string };

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for HTML content and attribute values. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

export type MailParts = {
  locale: string;
  marketName: string;
  subject: string;
  greeting: string;
  /** Blocks of the mail; the links of a block lead to pages of the market and stand in one line. */
  blocks: readonly {
    title?: string;
    text?: string;
    link?: { url: string; label: string };
    links?: readonly { url: string; label: string }[];
  }[];
  footer: string;
  footerLinks: readonly { url: string; label: string }[];
};

const INK = "#1c2733";
const MUTED = "#5b6b7b";
const BRAND = "#0b5c8a";

function anchor({ url, label }: { url: string; label: string }): string {
  return `<a href="${escapeHtml(url)}" style="color:${BRAND}">${escapeHtml(label)}</a>`;
}

/**
 * The frame of all mails: one column, inline styles because mail programs drop style sheets, no
 * pictures and nothing that reports back. Every value is escaped here.
 */
export function renderMail(parts: MailParts): RenderedMail {
  const text = [
    parts.greeting,
    "",
    ...parts.blocks.flatMap(({ title, text: body, link, links = [] }) => [
      ...(title ? [title] : []),
      ...(body ? [body] : []),
      ...(link ? [`${link.label}: ${link.url}`] : []),
      ...links.map((one) => `${one.label}: ${one.url}`),
      "",
    ]),
    "--",
    parts.footer,
    ...parts.footerLinks.map((link) => `${link.label}: ${link.url}`),
    "",
  ].join("\n");

  const blocks = parts.blocks
    .map(({ title, text: body, link, links = [] }) =>
      [
        title &&
          `<h2 style="margin:24px 0 4px;font-size:17px;color:${INK}">${escapeHtml(title)}</h2>`,
        body && `<p style="margin:0 0 8px">${escapeHtml(body).replaceAll("\n", "<br>")}</p>`,
        link && `<p style="margin:0 0 8px">${anchor(link)}</p>`,
        links.length > 0 &&
          `<p style="margin:0 0 8px;line-height:2">${links.map(anchor).join(" &nbsp;·&nbsp; ")}</p>`,
      ]
        .filter(Boolean)
        .join("\n"),
    )
    .join("\n");
  const links = parts.footerLinks
    .map(
      (link) =>
        `<a href="${escapeHtml(link.url)}" style="color:${MUTED}">${escapeHtml(link.label)}</a>`,
    )
    .join(" · ");
  const html = `<!doctype html>
<html lang="${escapeHtml(parts.locale)}">
<head><meta charset="utf-8"><title>${escapeHtml(parts.subject)}</title></head>
<body style="margin:0;padding:24px 12px;background:#f4f6f8;font:15px/1.6 sans-serif;color:${INK}">
<div style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #dde3e9">
<p style="margin:0 0 16px;font-weight:bold;color:${BRAND}">${escapeHtml(parts.marketName)}</p>
<p style="margin:0">${escapeHtml(parts.greeting)}</p>
${blocks}
<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #dde3e9;font-size:13px;color:${MUTED}">${escapeHtml(parts.footer)}<br>${links}</p>
</div>
</body>
</html>
`;
  // A line break in a subject would start a new header.
  return { subject: parts.subject.replace(/\s+/g, " ").slice(0, 200), text, html };
}

import { listPublicAddresses } from "~/domain/statistics/sitemap-queries.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";

const PAGES = [
  "/",
  "/achievements",
  "/needs",
  "/lots",
  "/tenders",
  "/challenges",
  "/licences",
  "/roadshows",
  "/sanctions",
  "/organisations",
  "/brokers",
  "/statistics",
  "/matching",
  "/incentives",
  "/contract-category",
  "/publicity",
  "/registration-check",
  "/rewards",
  "/verify",
  "/verify/registrations",
  "/verify/transcripts",
  "/api",
];

/** Every public page for search engines; ids and dates hold nothing that XML would have to escape. */
export async function loader() {
  const origin = appUrl();
  const addresses = await listPublicAddresses(getDb());
  const lines = [
    ...PAGES.map((path) => `<url><loc>${origin}${path}</loc></url>`),
    ...addresses.map(
      (one) =>
        `<url><loc>${origin}/${one.segment}/${one.id}</loc><lastmod>${one.updatedAt.toISOString()}</lastmod></url>`,
    ),
  ];
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join("\n")}\n</urlset>\n`;
  return new Response(body, {
    headers: {
      "content-type": "application/xml; charset=utf-8",
      "cache-control": "public, max-age=3600",
    },
  });
}

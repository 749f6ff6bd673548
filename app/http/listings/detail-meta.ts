export type DetailMeta = {
  title: string;
  description: string;
  url: string;
  /** Search engines may list it. */
  isIndexed: boolean;
  jsonLd: Record<string, unknown>;
};

/** Title, preview and structured data of a detail page. */
export function detailMeta(meta: DetailMeta | undefined) {
  if (!meta) return [];
  return [
    { title: meta.title },
    { name: "description", content: meta.description },
    { property: "og:title", content: meta.title },
    { property: "og:description", content: meta.description },
    { property: "og:url", content: meta.url },
    { tagName: "link", rel: "canonical", href: meta.url },
    ...(meta.isIndexed
      ? [{ "script:ld+json": meta.jsonLd }]
      : [{ name: "robots", content: "noindex" }]),
  ];
}

import type { ListingDocument } from "#search/indexes/listing-document";
import { hasHit, markTerms, type Segment, toSegments } from "#search/text/highlight";
import { foldSameLength } from "#search/text/normalise";
import type { ListingHit } from "./search-results";
import type { ListingSearchKind } from "./search-schema";

export interface FormattedDocument extends ListingDocument {
  readonly _formatted?: Partial<Record<keyof ListingDocument, unknown>>;
}

/** Codes without those that are an ancestor of another: ancestors are indexed for filters, not for reading. */
export function leafCodes(codes: readonly string[]): string[] {
  return codes.filter(
    (code) => !codes.some((other) => other !== code && other.startsWith(`${code}.`)),
  );
}

/**
 * A result from an index document. The title is marked here when the engine marked nothing: a hit
 * through the spaced characters, pinyin or a synonym leaves no mark in the title itself.
 */
export function toHit(
  kind: ListingSearchKind,
  document: FormattedDocument,
  terms: readonly string[],
): ListingHit {
  const formatted = (name: keyof ListingDocument): readonly Segment[] => {
    const text = document._formatted?.[name];
    return typeof text === "string" ? toSegments(text) : [];
  };
  const marked = (text: string, segments: readonly Segment[]) =>
    hasHit(segments) ? segments : markTerms(text, foldSameLength(text), terms);
  const passage = formatted("body");
  return {
    id: document.id,
    kind,
    plainTitle: document.title,
    title: marked(document.title, formatted("title")),
    titleEn: document.titleEn,
    summary: marked(document.summary, formatted("summary")),
    passage: hasHit(passage) || document.summary === "" ? passage : [],
    organisationId: document.organisationId,
    organisationName:
      document.organisationName === null
        ? null
        : marked(document.organisationName, formatted("organisationName")),
    organisationKind: document.organisationKind,
    regionCodes: [document.province, document.city, document.district].filter(
      (code) => code !== null,
    ),
    fieldCodes: leafCodes(document.fields),
    modes: document.modes,
    ipKinds: document.ipKinds,
    trl: document.trl,
    trlVerified: document.trlVerified,
    priceKind: document.priceKind,
    priceMinFen: document.priceMinFen,
    priceMaxFen: document.priceMaxFen,
    isOpenChallenge: document.isOpenChallenge,
    publishedAt: document.publishedAt,
    closesAt: document.closesAt,
  };
}

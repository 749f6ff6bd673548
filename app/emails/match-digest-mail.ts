import { answerPath } from "~/domain/matching/answer-link.server";
import type { DigestFrequency } from "~/domain/matching/digest-rules";
import type { OwnerView } from "~/domain/matching/match-view-schema";
import { knownOwnerKind } from "~/domain/matching/owner-kind-rules";
import type { SuggestionView } from "~/domain/matching/suggestion-schema";
import { translatorFor } from "~/i18n/i18next.server";
import { type RenderedMail, renderMail } from "./mail-frame";
import { type MailReader, mailParts } from "./notification-mail";

export type MatchDigest = {
  frequency: DigestFrequency;
  /** False: chosen by declared fields only. */
  isPersonal: boolean;
  /** Organisations in whose name the reader publishes. */
  organisations: readonly string[];
  pairs: readonly { showingId: string; view: SuggestionView }[];
};

/**
 * The collection of suggested pairs for one person, with links that answer at one tap, why it was
 * sent and by what it was chosen.
 */
export function matchDigestMail(
  digest: MatchDigest,
  reader: Omit<MailReader, "about"> & { userId: string },
): RenderedMail {
  const t = translatorFor(reader.locale, "matching");
  const separator = t("listSeparator");
  const { isPersonal, pairs } = digest;
  const parts = mailParts({ ...reader, about: "matches" });

  function ownerText({ name, kind, region }: OwnerView): string {
    const place = region && (reader.locale.startsWith("zh") ? region.zh : region.en);
    if (name) return place ? t("ownerIn", { name, region: place }) : name;
    const known = knownOwnerKind(kind);
    const kindName = known ? t(`organisationKinds.${known}`) : kind;
    return place
      ? t("blindedOwner", { kind: kindName, region: place })
      : t("blindedOwnerPlain", { kind: kindName });
  }

  function describe({ own, other, words, nearWords, band }: SuggestionView): string {
    const near = nearWords.map((one) => t("digest.nearPair", one));
    return [
      own.kind === "need"
        ? t("digest.ownNeed", { title: own.title })
        : t("digest.ownAchievement", { title: own.title }),
      t("digest.owner", { owner: ownerText(other.owner) }),
      ...(words.length > 0 ? [t("digest.words", { words: words.join(separator) })] : []),
      ...(words.length === 0 && near.length > 0
        ? [t("digest.nearWords", { words: near.join(separator) })]
        : []),
      band === null ? t("digest.newest") : t(`band.${band}`),
    ].join("\n");
  }

  const link = (showingId: string, answer?: "INTERESTED" | "NOT_NOW" | "NOT_FOR_US") =>
    `${reader.origin}${answerPath({ showingId, userId: reader.userId }, answer)}`;
  const versions = [...new Set(pairs.map(({ view }) => view.rankerVersion))].join(separator);
  const why = t("digest.why", { organisations: digest.organisations.join(separator) });
  const often = digest.frequency === "DAILY" ? t("digest.daily") : t("digest.weekly");
  return renderMail({
    ...parts,
    subject: t("digest.subject", { market: parts.marketName, count: pairs.length }),
    blocks: [
      { text: isPersonal ? t("digest.lead") : t("digest.leadNewest") },
      ...pairs.map(({ showingId, view }) => ({
        title: view.other.title,
        text: describe(view),
        link: { url: link(showingId), label: t("digest.open") },
        links: [
          { url: link(showingId, "INTERESTED"), label: t("answerInterested") },
          { url: link(showingId, "NOT_NOW"), label: t("answerNotNow") },
          { url: link(showingId, "NOT_FOR_US"), label: t("digest.notForUs") },
        ],
      })),
      {
        title: t("digest.whyTitle"),
        text: [
          `${why}${often}`,
          isPersonal ? t("digest.chosenBy", { version: versions }) : t("digest.chosenByFields"),
          t("digest.links"),
        ].join("\n"),
      },
    ],
  });
}

import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Highlight } from "~/components/ui/highlight";
import type { SimilarView } from "~/domain/matching/similar-view";
import { useOwnerText } from "./use-owner-text";

/** Listings of the same kind with like texts; nothing when there are none. */
export function SimilarListings({ similar }: { similar: SimilarView }) {
  const { t } = useTranslation("matching");
  const ownerText = useOwnerText();
  if (similar.items.length === 0) return null;
  return (
    <section aria-labelledby="similar-listings" className="no-print grid gap-3">
      <div>
        <h2 id="similar-listings" className="text-xl">
          {similar.kind === "need" ? t("similar.titleNeed") : t("similar.titleAchievement")}
        </h2>
        <p className="text-sm text-muted">{t("similar.lead")}</p>
      </div>
      <Card padding="flush">
        <ul className="divide-y divide-line">
          {similar.items.map((item) => (
            <li key={item.id} className="grid gap-1 px-4 py-3 sm:px-5">
              <h3 className="text-base wrap-anywhere">
                <Link className="link" to={item.href}>
                  <Highlight segments={item.titleSegments} />
                </Link>
              </h3>
              <p className="flex flex-wrap gap-x-3 text-sm text-muted">
                <span>{ownerText(item.owner)}</span>
                {item.trl !== null && (
                  <span>
                    {t(item.kind === "need" ? "trlWanted" : "trlReached", { level: item.trl })}
                  </span>
                )}
                {item.publishedAt && <DateTime value={item.publishedAt} format="date" />}
              </p>
              {item.words.length > 0 && (
                <p className="flex flex-wrap items-center gap-1.5 text-sm">
                  <span className="text-muted">{t("wordsMet")}</span>
                  {item.words.map((word) => (
                    <Badge key={word} tone="accent">
                      {word}
                    </Badge>
                  ))}
                </p>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

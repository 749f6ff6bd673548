import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { LinkCard } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Highlight } from "~/components/ui/highlight";
import { Icon, type IconName } from "~/components/ui/icon";
import type { ListingCard as Card } from "~/domain/discovery/listing-page-view";
import type { ListingSearchKind } from "~/domain/discovery/search-schema";

function Fact({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      <Icon name={icon} size={14} className="shrink-0 text-faint" />
      <span className="min-w-0">{children}</span>
    </span>
  );
}

/** One result of a search for achievements or needs. */
export function ListingCard({ card, kind }: { card: Card; kind: ListingSearchKind }) {
  const { t } = useTranslation("search");
  // Values of a closed enumeration; each has its key.
  const ownerKind = t(`org.${card.organisationKind}` as "org.UNIVERSITY");
  const price =
    card.amount ?? (card.priceKind === "ROYALTY" ? t("card.royalty") : t("card.negotiable"));
  return (
    <LinkCard to={card.to} title={<Highlight segments={card.title} />} headingLevel={2}>
      <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
        {card.isNew && <Badge tone="accent">{t("card.isNew")}</Badge>}
        {card.isOpenChallenge && (
          <Badge tone="brand" icon="flag">
            {t("card.challenge")}
          </Badge>
        )}
        {card.trl !== null && (
          <Badge tone={card.trlVerified ? "success" : "neutral"}>
            {t(kind === "need" ? "card.trlWanted" : "card.trl", { level: card.trl })}
            {card.trlVerified && (
              <span title={t("card.trlVerifiedHint")}>· {t("card.trlVerified")}</span>
            )}
          </Badge>
        )}
        {card.fields.slice(0, 2).map((field) => (
          <Badge key={field} tone="neutral" className="!whitespace-normal">
            {field}
          </Badge>
        ))}
        {card.closesInDays !== null && (
          <Badge tone="warning" icon="clock">
            {card.closesInDays === 0
              ? t("card.closesToday")
              : t("card.closesIn", { count: card.closesInDays })}
          </Badge>
        )}
      </div>
      {card.summary.length > 0 && (
        <p className="mt-2 text-body">
          <Highlight segments={card.summary} />
        </p>
      )}
      {card.passage.length > 0 && (
        <p className="mt-1.5 text-sm text-muted">
          <Highlight segments={card.passage} />
        </p>
      )}
      <div className="mt-2.5 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        <Fact icon="building">
          {card.organisation === null ? (
            t("card.blinded", { kind: ownerKind })
          ) : (
            // Above the card's own link, which covers the whole sheet.
            <Link
              to={card.organisation.to}
              className="relative z-10 hover:text-brand-700 hover:underline"
            >
              <Highlight segments={card.organisation.name} />
            </Link>
          )}
        </Fact>
        {card.region !== "" && <Fact icon="pin">{card.region}</Fact>}
        <Fact icon="money">
          <span className="sr-only">{t(kind === "need" ? "card.budget" : "card.price")}</span>{" "}
          <span className="tabular">{price}</span>
        </Fact>
        {card.modes.length > 0 && <Fact icon="handshake">{card.modes.join(" · ")}</Fact>}
        {card.ipKinds.length > 0 && <Fact icon="certificate">{card.ipKinds.join(" · ")}</Fact>}
        <Fact icon="calendar">
          {t("card.published")} <DateTime value={card.publishedAt} format="date" />
        </Fact>
      </div>
    </LinkCard>
  );
}

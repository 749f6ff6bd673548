import { Link } from "@remix-run/react";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { DateTime, formatDateTime } from "~/components/ui/date-time";
import { type Name, useName } from "./name";
import { budgetText, type CardPrice, priceText } from "./price-text";

/** A public listing as the home page shows it. */
export type ListingCard = {
  id: string;
  title: Name;
  summary: string;
  organisation: { id: string; name: Name } | null;
  organisationKind: string;
  city: Name | null;
  field: { code: string; name: Name } | null;
  publishedAt: Date | null;
  price: CardPrice | null;
  trl: { level: number; isVerified: boolean } | null;
  deadlineOn: string | null;
  isOpenChallenge: boolean;
};

const KINDS = [
  "UNIVERSITY",
  "RESEARCH_INSTITUTE",
  "ENTERPRISE",
  "BROKER_AGENCY",
  "PARK",
  "GOVERNMENT_OFFICE",
] as const;

function Owner({ card }: { card: ListingCard }) {
  const { t } = useTranslation("home");
  const name = useName();
  if (card.organisation) {
    return (
      <Link
        to={`/organisations/${card.organisation.id}`}
        className="text-body hover:text-brand-700 hover:underline underline-offset-4"
      >
        {name(card.organisation.name)}
      </Link>
    );
  }
  const kind = KINDS.find((one) => one === card.organisationKind) ?? "ENTERPRISE";
  return <span>{t(`card.blinded.${kind}`)}</span>;
}

/** Facts of one line; the middle dots between them are not read out and never begin a line. */
function Facts({ children }: { children: ReadonlyArray<ReactNode> }) {
  const shown = children.filter(Boolean);
  return (
    <p className="mt-1 text-sm text-muted">
      {shown.map((fact, index) => (
        // Facts have no identity beside their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes order
        <Fragment key={index}>
          <span className="inline-block max-w-full">
            {fact}
            {index < shown.length - 1 && (
              <span aria-hidden="true" className="ml-1.5 text-faint">
                ·
              </span>
            )}
          </span>{" "}
        </Fragment>
      ))}
    </p>
  );
}

/** One achievement in a dense list. */
export function AchievementRow({ card }: { card: ListingCard }) {
  const { t, i18n } = useTranslation("home");
  const name = useName();
  const { trl } = card;
  return (
    <li className="px-4 py-3 sm:px-5">
      <div className="flex items-baseline justify-between gap-x-4">
        <h3 className="min-w-0 text-base font-semibold leading-snug">
          <Link
            to={`/achievements/${card.id}`}
            prefetch="intent"
            className="hover:text-brand-700 hover:underline underline-offset-4"
          >
            {name(card.title)}
          </Link>
        </h3>
        {card.publishedAt && (
          <DateTime
            value={card.publishedAt}
            className="tabular hidden shrink-0 text-sm text-muted sm:block"
          />
        )}
      </div>
      {card.summary && <p className="mt-0.5 line-clamp-2 text-sm text-body">{card.summary}</p>}
      <Facts>
        {[
          <Owner key="owner" card={card} />,
          card.city && name(card.city),
          card.field && name(card.field.name),
          trl && t(trl.isVerified ? "card.trlVerified" : "card.trlDeclared", { level: trl.level }),
          card.price && priceText(card.price, t, i18n.language),
        ]}
      </Facts>
    </li>
  );
}

interface NeedRowProps {
  card: ListingCard;
  /** Whole days until the deadline; null when there is none. */
  daysLeft: number | null;
}

/** One need in a dense list, its deadline first. */
export function NeedRow({ card, daysLeft }: NeedRowProps) {
  const { t, i18n } = useTranslation("home");
  const name = useName();
  return (
    <li className="px-4 py-3 sm:px-5">
      <h3 className="text-base font-semibold leading-snug">
        <Link
          to={`/needs/${card.id}`}
          prefetch="intent"
          className="hover:text-brand-700 hover:underline underline-offset-4"
        >
          {name(card.title)}
        </Link>
      </h3>
      {(daysLeft !== null || card.isOpenChallenge) && (
        <p className="mt-1 flex flex-wrap items-center gap-2 text-sm">
          {daysLeft !== null && (
            <Badge tone={daysLeft <= 14 ? "accent" : "neutral"} icon="clock">
              {daysLeft === 0 ? t("closing.today") : t("closing.days", { count: daysLeft })}
            </Badge>
          )}
          {card.deadlineOn && (
            <span className="tabular text-muted">
              {t("closing.on", { date: formatDateTime(card.deadlineOn) })}
            </span>
          )}
          {card.isOpenChallenge && <Badge tone="brand">{t("closing.openChallenge")}</Badge>}
        </p>
      )}
      <Facts>
        {[
          <Owner key="owner" card={card} />,
          card.city && name(card.city),
          card.field && name(card.field.name),
          card.price && budgetText(card.price, t, i18n.language),
        ]}
      </Facts>
    </li>
  );
}

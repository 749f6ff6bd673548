import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { LinkCard } from "~/components/ui/card";
import { Highlight } from "~/components/ui/highlight";
import { Icon } from "~/components/ui/icon";
import type { BrokerCard as Card } from "~/domain/brokers/broker-search-view";
import type { Availability } from "~/domain/brokers/profile-rules";

const AVAILABILITY_TONES = { OPEN: "success", LIMITED: "warning", CLOSED: "neutral" } as const;

export function AvailabilityBadge({ value }: { value: Availability }) {
  const { t } = useTranslation("brokers");
  return <Badge tone={AVAILABILITY_TONES[value]}>{t(`availability.${value}`)}</Badge>;
}

const STEPS = ["step0", "step1", "step2", "step3"] as const;

/** One broker in the list. */
export function BrokerCard({ card }: { card: Card }) {
  const { t } = useTranslation("brokers");
  const separator = t("listSeparator");
  return (
    <LinkCard
      to={`/brokers/${card.id}`}
      title={<Highlight segments={card.name} />}
      headingLevel={2}
    >
      <div className="mt-1 flex flex-wrap items-center gap-1.5">
        {card.level && <Badge tone="brand">{card.level}</Badge>}
        <AvailabilityBadge value={card.availability as Availability} />
      </div>
      {card.fields.length > 0 && (
        <p className="mt-2 text-sm text-ink">
          {t("facets.field")}：{card.fields.join(separator)}
        </p>
      )}
      {card.services.length > 0 && (
        <p className="mt-0.5 text-sm text-body">
          {t("facets.service")}：{card.services.join(separator)}
        </p>
      )}
      {card.intro !== "" && <p className="mt-2 line-clamp-2 text-body">{card.intro}</p>}
      <div className="mt-2.5 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        <span className="inline-flex items-center gap-1">
          <Icon name="building" size={14} className="text-faint" />
          {card.agencyName || t("public.independent")}
        </span>
        <span className="inline-flex items-center gap-1">
          <Icon name="pin" size={14} className="text-faint" />
          {card.region}
        </span>
        <span className="inline-flex items-center gap-1">
          <Icon name="handshake" size={14} className="text-faint" />
          {t(`experience.${STEPS[card.dealStep] ?? "step0"}`)}
        </span>
      </div>
    </LinkCard>
  );
}

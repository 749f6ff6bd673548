import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { BarRow } from "~/components/ui/bar-row";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import type { Fit } from "~/domain/brokers/fit-rules";
import type { Availability } from "~/domain/brokers/profile-rules";
import { AvailabilityBadge } from "./broker-card";

export type FitCardProps = {
  broker: {
    id: string;
    displayName: string;
    agencyName: string | null;
    level: string | null;
    region: string;
    availability: Availability;
    fit: Fit;
    /** Names of the fields and services that match, by part. */
    matched: Partial<Record<string, string[]>>;
  };
  offerTo: string;
};

/** One broker with the points of each part and what they rest on. */
export function FitCard({ broker, offerTo }: FitCardProps) {
  const { t } = useTranslation("brokers");
  return (
    <Card
      title={broker.displayName}
      headingLevel={2}
      actions={<Badge tone="brand">{t("find.score", { total: broker.fit.total })}</Badge>}
      footer={
        <div className="flex flex-wrap gap-3">
          <LinkButton to={offerTo} variant="primary" icon="handshake">
            {t("find.offer")}
          </LinkButton>
          <LinkButton to={`/brokers/${broker.id}`} variant="secondary">
            {t("find.profile")}
          </LinkButton>
        </div>
      }
    >
      <p className="mb-3 flex flex-wrap items-center gap-2 text-sm text-muted">
        {broker.level && <Badge tone="neutral">{broker.level}</Badge>}
        <AvailabilityBadge value={broker.availability} />
        <span>{broker.agencyName ?? t("public.independent")}</span>
        <span>{broker.region}</span>
      </p>
      <h3 className="sr-only">{t("find.why")}</h3>
      <ul>
        {broker.fit.parts.map((part) => {
          const names = broker.matched[part.key] ?? [];
          return (
            <BarRow
              key={part.key}
              label={t(`find.parts.${part.key}`)}
              value={part.points}
              max={part.max}
              valueText={t("find.points", { points: part.points, max: part.max })}
              note={
                names.length > 0
                  ? t("find.matched", { list: names.join(t("listSeparator")) })
                  : undefined
              }
            />
          );
        })}
      </ul>
    </Card>
  );
}

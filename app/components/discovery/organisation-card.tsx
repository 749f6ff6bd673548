import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { LinkCard } from "~/components/ui/card";
import { Highlight } from "~/components/ui/highlight";
import { Icon } from "~/components/ui/icon";
import type { OrganisationCard as Card } from "~/domain/discovery/organisation-page-view";

/** One organisation in the list. */
export function OrganisationCard({ card }: { card: Card }) {
  const { t } = useTranslation("search");
  return (
    <LinkCard to={card.to} title={<Highlight segments={card.name} />} headingLevel={2}>
      {card.nameEn !== "" && <p className="text-sm text-muted">{card.nameEn}</p>}
      <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
        <Badge tone="neutral">{t(`org.${card.kind}` as "org.UNIVERSITY")}</Badge>
        <Badge tone={card.isVerified ? "success" : "warning"} icon="shield">
          {t(card.isVerified ? "organisations.verified" : "organisations.recheck")}
        </Badge>
      </div>
      {card.intro !== "" && <p className="mt-2 line-clamp-2 text-body">{card.intro}</p>}
      <div className="mt-2.5 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        <span className="inline-flex items-center gap-1">
          <Icon name="pin" size={14} className="text-faint" />
          {card.region}
        </span>
        <span className="inline-flex items-center gap-1">
          <Icon name="bulb" size={14} className="text-faint" />
          {t("organisations.achievements", { count: card.achievementCount })}
        </span>
        <span className="inline-flex items-center gap-1">
          <Icon name="target" size={14} className="text-faint" />
          {t("organisations.needs", { count: card.needCount })}
        </span>
      </div>
    </LinkCard>
  );
}

import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { Timeline } from "~/components/ui/timeline";
import type { LeadDetail } from "~/domain/roadshows/follow-up/lead-view";
import { LeadReasons } from "./lead-badges";

/** What the participant wanted: cards with their messages, minutes, signings. */
export function LeadWishes({ lead }: { lead: LeadDetail }) {
  const { t } = useTranslation("leads");
  return (
    <Card title={t("detail.wanted")}>
      <ul className="space-y-3">
        {lead.cards.map((card) => (
          <li key={card.kind}>
            <LeadReasons reasons={[card.kind]} />{" "}
            <span className="text-sm text-muted">
              <DateTime value={card.createdAt} format="datetime" />
              {card.isWithdrawn && ` · ${t("drops.WITHDRAWN")}`}
            </span>
            {card.note && <p className="prose-text mt-1">{card.note}</p>}
          </li>
        ))}
        {lead.meetings.map((meeting) => (
          <li key={meeting.number}>
            <LeadReasons reasons={["MEETING"]} />{" "}
            <span className="text-sm text-muted">
              {meeting.heldAt && <DateTime value={meeting.heldAt} format="datetime" />}
            </span>
            <p className="prose-text mt-1">{meeting.minutes || t("detail.noMinutes")}</p>
          </li>
        ))}
        {lead.signings.map((signing) => (
          <li key={signing.title}>
            <LeadReasons reasons={["SIGNING"]} /> {signing.title}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Who it is, with the contact details that were agreed to. */
export function LeadContact({ lead }: { lead: LeadDetail }) {
  const { t } = useTranslation("leads");
  const hasContact = lead.phone !== "" || lead.email !== "";
  return (
    <Card title={t("detail.contact")}>
      <DescriptionList
        columns={1}
        hideEmpty
        items={[
          { label: t("detail.name"), value: lead.participantName },
          { label: t("detail.unit"), value: lead.participantUnit || t("noOrganisation") },
          { label: t("detail.position"), value: lead.participantTitle },
          {
            label: t("detail.phone"),
            value: lead.phone && (
              <a href={`tel:${lead.phone}`} className="link">
                {lead.phone}
              </a>
            ),
          },
          {
            label: t("detail.email"),
            value: lead.email && (
              <a href={`mailto:${lead.email}`} className="link">
                {lead.email}
              </a>
            ),
          },
        ]}
      />
      <p className="mt-3 text-sm text-muted">
        {t(hasContact ? "detail.contactNote" : "detail.contactNone")}
      </p>
    </Card>
  );
}

export function LeadHistory({ lead }: { lead: LeadDetail }) {
  const { t } = useTranslation("leads");
  if (lead.timeline.length === 0) return null;
  return (
    <Card title={t("detail.history")}>
      <Timeline
        items={lead.timeline.map((one) => ({
          id: one.id,
          title: t(`detail.moves.${one.move as "contact"}`),
          at: one.at,
          ...(one.actorName ? { actor: one.actorName } : {}),
        }))}
      />
    </Card>
  );
}

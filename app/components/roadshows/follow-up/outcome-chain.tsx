import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Icon } from "~/components/ui/icon";
import type { ProjectOutcome } from "~/domain/roadshows/follow-up/outcome-view";
import { formatFen } from "~/domain/shared/money";

/** The steps of a project with their days: meetings, intention, contract, registration number. */
export function OutcomeSteps({ outcome }: { outcome: ProjectOutcome }) {
  const { t, i18n } = useTranslation("leads");
  const { meetings, intention, contracts, registrations } = outcome;
  const steps = [
    {
      key: "meetings",
      isReached: meetings.held > 0,
      text: t("chain.meetingsCount", { count: meetings.held }),
      at: meetings.firstAt,
    },
    {
      key: "intention",
      isReached: intention !== null,
      text: intention ? t(`chain.${intention.how}`) : "",
      at: intention?.at ?? null,
    },
    {
      key: "contract",
      isReached: contracts.length > 0,
      text: contracts.map((one) => t("chain.contractNumber", { number: one.number })).join(" · "),
      at: contracts[0]?.signedAt ?? null,
    },
    {
      key: "registration",
      isReached: registrations.length > 0,
      text: registrations
        .map((one) => {
          const amount = formatFen(BigInt(one.technicalFen), i18n.language);
          return `${one.officialNo ?? one.registrationNo} · ${t("chain.amount", { amount })}`;
        })
        .join(" · "),
      at: registrations[0]?.registeredOn ?? null,
    },
  ] as const;
  return (
    <ol className="space-y-1.5 text-sm">
      {steps.map((step) => (
        <li key={step.key} className="flex flex-wrap items-baseline gap-x-2">
          <Icon
            name={step.isReached ? "check" : "minus"}
            size={14}
            title={step.isReached ? "" : t("chain.notYet")}
          />
          <span className={step.isReached ? "font-medium text-ink" : "text-muted"}>
            {t(`chain.${step.key}`)}
          </span>
          {step.isReached && <span className="break-words">{step.text}</span>}
          {step.at && (
            <span className="text-muted">
              <DateTime value={step.at} format="date" />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What came of one project, as a card of its page. */
export function OutcomeCard({ outcome }: { outcome: ProjectOutcome }) {
  const { t } = useTranslation("leads");
  return (
    <Card title={t("chain.title")}>
      <p className="mb-3 text-sm text-muted">{t("chain.lead")}</p>
      <OutcomeSteps outcome={outcome} />
      <p className="mt-3 text-sm text-muted">
        {t("chain.leads", { leads: outcome.leads, rooms: outcome.rooms })}
      </p>
    </Card>
  );
}

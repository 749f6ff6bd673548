import { useTranslation } from "react-i18next";
import { formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import type { PublicityState } from "~/domain/deals/publicity-procedure";
import type { PublicityMode } from "~/domain/deals/publicity-text-rules";

type Facts = {
  title: string;
  unit?: string;
  counterparty: string;
  mode: PublicityMode;
  category?: string;
  priceText: string;
  relatedStatement: string;
  contact: string;
  startedAt: string | null;
  endsAt: string | null;
  clearedAt: string | null;
  state: PublicityState;
};

/** What is made public: nothing more, nothing less. */
export function PublicityFacts({ facts }: { facts: Facts }) {
  const { t } = useTranslation("terms");
  const time = (value: string) => formatDateTime(value, "datetime");
  // The period ends with its last day, at 24:00 and not at 0:00 of the next.
  const endOf = (value: string) =>
    `${formatDateTime(new Date(Date.parse(value) - 1).toISOString(), "date")} 24:00`;
  const { startedAt, endsAt, clearedAt } = facts;
  return (
    <DescriptionList
      hideEmpty
      items={[
        { label: t("publicity.name"), value: facts.title },
        { label: t("publicity.unit"), value: facts.unit },
        { label: t("publicity.counterparty"), value: facts.counterparty },
        { label: t("publicity.modeLabel"), value: t(`publicity.mode.${facts.mode}`) },
        { label: t("publicity.category"), value: facts.category },
        { label: t("publicity.price"), value: <strong>{facts.priceText}</strong> },
        {
          label: t("publicity.related"),
          value: <p className="whitespace-pre-wrap">{facts.relatedStatement}</p>,
        },
        { label: t("publicity.contact"), value: facts.contact },
        {
          label: t("publicity.period"),
          value:
            startedAt && endsAt
              ? t(
                  facts.state === "OBJECTION_HANDLING"
                    ? "publicity.periodSuspended"
                    : "publicity.periodText",
                  { from: time(startedAt), to: endOf(endsAt) },
                )
              : null,
        },
        { label: t("publicity.cleared"), value: clearedAt && time(clearedAt) },
      ]}
    />
  );
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { Table } from "~/components/ui/table";
import type { DetailView } from "~/domain/catalogue/detail-view";
import { DetailFrame } from "./detail-frame";
import { LongText, Section, usePriceText } from "./detail-parts";

type NeedView = Extract<DetailView, { kind: "need" }>;

/** The page of a need that a developer decides on. */
export function NeedDetail({
  view,
  contact,
  after,
}: {
  view: NeedView;
  contact: ReactNode;
  after: ReactNode;
}) {
  const { t } = useTranslation("catalogue");
  const { listing, names } = view;
  const { content } = listing;
  const budget = usePriceText(view);
  const isHidden = (section: string) => listing.hidden.some((one) => one.section === section);
  return (
    <DetailFrame
      view={view}
      contact={contact}
      after={after}
      facts={
        <DescriptionList
          hideEmpty
          items={[
            {
              label: t("detail.budget"),
              value: isHidden("budget") ? t("detail.numberHidden") : budget,
            },
            {
              label: t("detail.deadline"),
              value: content.deadlineOn && <DateTime value={content.deadlineOn} />,
            },
            {
              label: t("detail.reply"),
              value: content.replyOn && <DateTime value={content.replyOn} />,
            },
            {
              label: t("detail.trl"),
              value: content.trlWanted && t("detail.trlWanted", { level: content.trlWanted }),
            },
            { label: t("detail.modes"), value: names.modes.join("、") },
            { label: t("detail.field"), value: names.fields.join("、") },
            { label: t("detail.industry"), value: names.industries.join("、") },
            { label: t("detail.region"), value: names.region },
          ]}
        />
      }
    >
      <Section
        view={view}
        section="background"
        title={t("section.background")}
        isEmpty={content.background === ""}
      >
        <LongText text={content.background} />
      </Section>
      <Section
        view={view}
        section="targets"
        title={t("section.targets")}
        isEmpty={content.targets.length === 0}
      >
        <Table
          caption={t("section.targets")}
          rows={content.targets.map((one, index) => ({ ...one, key: String(index) }))}
          rowKey={(row) => row.key}
          columns={[
            {
              key: "name",
              header: t("detail.target"),
              rowHeader: true,
              cell: (row) => row.name || t("detail.notGiven"),
            },
            {
              key: "requirement",
              header: t("detail.requirement"),
              cell: (row) => (
                <span className="tabular">
                  {row.comparator !== "TEXT" && `${t(`comparator.${row.comparator}`)} `}
                  <span className="font-semibold text-ink">
                    {[row.value, row.unit].filter(Boolean).join(" ")}
                  </span>
                </span>
              ),
            },
            {
              key: "method",
              header: t("detail.testMethod"),
              cell: (row) => row.testMethod || t("detail.notGiven"),
            },
          ]}
        />
      </Section>
      <Section
        view={view}
        section="constraints"
        title={t("section.constraints")}
        isEmpty={content.constraints === ""}
      >
        <LongText text={content.constraints} />
      </Section>
      <Section view={view} section="ipTerms" title={t("section.ipTerms")} isEmpty={false}>
        <p className="font-medium text-ink">{t(`ipTerms.${content.ipTerms}`)}</p>
        {content.ipTermsNote && <LongText text={content.ipTermsNote} />}
      </Section>
    </DetailFrame>
  );
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { DescriptionList } from "~/components/ui/description-list";
import { Table } from "~/components/ui/table";
import type { DetailView } from "~/domain/catalogue/detail-view";
import type { PublicAchievement } from "~/domain/catalogue/listing-view";
import { supportedLevel } from "~/domain/catalogue/readiness-rules";
import { DetailFrame } from "./detail-frame";
import { LongText, Section, usePriceText } from "./detail-parts";
import { ReadinessLadder } from "./readiness-ladder";

type AchievementView = Extract<DetailView, { kind: "achievement" }>;

function Readiness({ listing }: { listing: PublicAchievement }) {
  const { t } = useTranslation("catalogue");
  const { trlDeclared } = listing.content;
  if (trlDeclared === null) return null;
  return (
    <span className="flex flex-wrap gap-1.5">
      <Badge tone="brand">{t("detail.trlDeclared", { level: trlDeclared })}</Badge>
      {listing.trlVerified === null ? (
        <Badge tone="neutral">{t("detail.trlNotVerified")}</Badge>
      ) : (
        <Badge tone="success" icon="shield">
          {t("detail.trlVerified", { level: listing.trlVerified })}
        </Badge>
      )}
    </span>
  );
}

function IpSection({ view }: { view: AchievementView }) {
  const { t } = useTranslation("catalogue");
  const { content, owner } = view.listing;
  return (
    <Section
      view={view}
      section="ip"
      title={t("section.ip")}
      isEmpty={content.ipRights.length === 0 && content.coOwners.length === 0}
    >
      {content.ipRights.length > 0 && (
        <Table
          caption={t("detail.ipCaption")}
          rows={content.ipRights.map((right, index) => ({ ...right, key: String(index) }))}
          rowKey={(row) => row.key}
          dense
          columns={[
            {
              key: "title",
              header: t("detail.ipTitle"),
              rowHeader: true,
              cell: (row) => row.title || (view.names.ipKinds[row.kind] ?? row.kind),
            },
            {
              key: "kind",
              header: t("detail.ipKind"),
              cell: (row) => view.names.ipKinds[row.kind] ?? row.kind,
            },
            {
              key: "number",
              header: t("detail.ipNumber"),
              cell: (row) => (
                <span className="tabular break-all">
                  {row.number ||
                    (owner.isBlinded ? t("detail.numberHidden") : t("detail.notGiven"))}
                </span>
              ),
            },
            {
              key: "status",
              header: t("detail.ipStatus"),
              cell: (row) => t(`ipStatus.${row.status}`),
            },
            {
              key: "term",
              header: t("detail.ipTerm"),
              cell: (row) =>
                row.filedOn || row.expiresOn
                  ? `${row.filedOn ?? "—"} / ${row.expiresOn ?? "—"}`
                  : t("detail.notGiven"),
            },
          ]}
        />
      )}
      {content.coOwners.length > 0 && (
        <p className="mt-3 text-sm">
          <span className="font-medium text-ink">{t("detail.coOwners")}</span>{" "}
          {content.coOwners
            .map(
              (one) =>
                `${one.name}（${t(one.hasConsent ? "detail.consent" : "detail.noConsent")}）`,
            )
            .join("、")}
        </p>
      )}
    </Section>
  );
}

/** The page of an achievement that a buyer decides on. */
export function AchievementDetail({
  view,
  contact,
  after,
}: {
  view: AchievementView;
  contact: ReactNode;
  after: ReactNode;
}) {
  const { t } = useTranslation("catalogue");
  const { listing, names } = view;
  const { content } = listing;
  const price = usePriceText(view);
  const isHidden = (section: string) => listing.hidden.some((one) => one.section === section);
  const supported = supportedLevel(content.trlEvidence.map((one) => one.level));
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
              label: t("detail.trl"),
              value: content.trlDeclared && <Readiness listing={listing} />,
            },
            {
              label: t("detail.price"),
              value: isHidden("price") ? t("detail.numberHidden") : price,
            },
            { label: t("detail.modes"), value: names.modes.join("、") },
            { label: t("detail.licences"), value: names.licences.join("、") },
            { label: t("detail.field"), value: names.fields.join("、") },
            { label: t("detail.industry"), value: names.industries.join("、") },
            { label: t("detail.region"), value: names.region },
            {
              label: t("detail.serviceOutcome"),
              value: content.isServiceOutcome ? t("detail.serviceOutcomeYes") : null,
            },
          ]}
        />
      }
    >
      <Section
        view={view}
        section="description"
        title={t("section.description")}
        isEmpty={content.description === ""}
      >
        <LongText text={content.description} />
      </Section>
      <Section
        view={view}
        section="advantages"
        title={t("section.advantages")}
        isEmpty={content.advantages.length === 0}
      >
        <Table
          caption={t("section.advantages")}
          rows={content.advantages.map((one, index) => ({ ...one, key: String(index) }))}
          rowKey={(row) => row.key}
          columns={[
            {
              key: "claim",
              header: t("detail.claim"),
              rowHeader: true,
              cell: (row) => row.claim || t("detail.notGiven"),
            },
            {
              key: "figure",
              header: t("detail.figure"),
              cell: (row) => (
                <span className="tabular font-semibold text-ink">
                  {[row.figure, row.unit].filter(Boolean).join(" ") || t("detail.notGiven")}
                </span>
              ),
            },
            {
              key: "baseline",
              header: t("detail.baseline"),
              cell: (row) => row.baseline || t("detail.notGiven"),
            },
          ]}
        />
      </Section>
      <Section
        view={view}
        section="applications"
        title={t("section.applications")}
        isEmpty={content.applications === ""}
      >
        <LongText text={content.applications} />
      </Section>
      <Section
        view={view}
        section="readiness"
        title={t("detail.trlLadder")}
        isEmpty={content.trlDeclared === null}
      >
        <p className="mb-3 flex flex-wrap items-center gap-2">
          <Readiness listing={listing} />
          {supported > 0 && (
            <span className="text-sm text-muted">
              {t("detail.trlSupported", { level: supported })}
            </span>
          )}
        </p>
        <ReadinessLadder
          levels={names.trlLevels}
          declared={content.trlDeclared}
          evidence={content.trlEvidence}
          verifiedLevels={listing.verifiedLevels}
          verified={listing.trlVerified}
          isEvidenceHidden={isHidden("readiness")}
        />
      </Section>
      <IpSection view={view} />
      <Section
        view={view}
        section="cooperation"
        title={t("section.cooperation")}
        isEmpty={content.cooperationNote === ""}
      >
        <LongText text={content.cooperationNote} />
      </Section>
      <Section
        view={view}
        section="team"
        title={t("section.team")}
        isEmpty={content.team.length === 0}
      >
        <DescriptionList
          items={content.team.map((one, index) => ({
            key: String(index),
            label: one.role || t("detail.notGiven"),
            value: one.expertise,
          }))}
        />
      </Section>
    </DetailFrame>
  );
}

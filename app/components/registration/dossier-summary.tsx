import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DateTime, formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { QualityMeter } from "~/components/ui/quality-meter";
import type { DossierView, OfficeName } from "~/domain/registration/registration-view";
import { formatFen } from "~/domain/shared/money";

export function useOfficeName(): (office: OfficeName | null) => string {
  const { i18n } = useTranslation("recognition");
  return (office) =>
    office ? (i18n.language.startsWith("zh") ? office.nameZh : office.nameEn) : "";
}

/** Parties, office, time limits with and without suspension, amounts and numbers. */
export function DossierSummary({ dossier }: { dossier: DossierView }) {
  const { t, i18n } = useTranslation(["recognition", "registration"]);
  const officeName = useOfficeName();
  const money = (fen: bigint | null) => (fen === null ? null : formatFen(fen, i18n.language));
  const { amounts } = dossier;
  return (
    <Card>
      <div className="mb-5 max-w-xl">
        <QualityMeter
          value={dossier.completeness}
          max={100}
          label={t("recognition:page.completeness")}
        />
        <p className="mt-1 text-sm text-muted">
          {t("recognition:page.completenessText", {
            percent: dossier.completeness,
            filled: Math.floor(dossier.filledBp / 100),
          })}
        </p>
      </div>
      <DescriptionList
        columns={2}
        hideEmpty
        items={[
          { label: t("recognition:page.registrationNo"), value: dossier.registrationNo },
          { label: t("recognition:page.officialNo"), value: dossier.officialNo },
          { label: t("recognition:page.registeredOn"), value: dossier.registeredOn },
          {
            label: t("recognition:page.contract"),
            value: dossier.isInRoom ? (
              <Link
                className="link"
                to={`/desk/deals/${dossier.dealId}/contracts/${dossier.contractId}`}
              >
                {dossier.title}
              </Link>
            ) : (
              dossier.title
            ),
          },
          { label: t("recognition:page.category"), value: dossier.categoryName },
          { label: t("recognition:page.applicant"), value: dossier.applicant },
          { label: t("recognition:page.seller"), value: dossier.seller },
          { label: t("recognition:page.buyer"), value: dossier.buyer },
          {
            label: t("recognition:page.office"),
            value: officeName(dossier.office) || t("recognition:page.noOffice"),
          },
          { label: t("recognition:page.servicePoint"), value: officeName(dossier.servicePoint) },
          { label: t("recognition:page.total"), value: money(amounts.totalFen) },
          { label: t("recognition:page.technical"), value: money(amounts.technicalFen) },
          { label: t("recognition:page.approved"), value: money(amounts.approvedIncomeFen) },
          {
            label: t("recognition:page.refusalCodes"),
            value:
              dossier.refusalCodes.length > 0 ? (
                <ul>
                  {dossier.refusalCodes.map((code) => (
                    <li key={code}>
                      {code} {t(`registration:refusal.${code as "R1"}`)}
                    </li>
                  ))}
                </ul>
              ) : null,
            wide: true,
          },
          { label: t("recognition:page.decisionNote"), value: dossier.decisionNote, wide: true },
          { label: t("recognition:page.changeReason"), value: dossier.changeReason, wide: true },
          {
            label: t("recognition:page.clocks"),
            value: dossier.clocks.length > 0 ? <ClockList dossier={dossier} /> : null,
            wide: true,
          },
        ]}
      />
    </Card>
  );
}

function ClockList({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation("recognition");
  return (
    <ul className="grid gap-1">
      {dossier.clocks.map((one) => (
        <li key={one.clock} className="flex flex-wrap items-center gap-2">
          <span>{t(`clock.${one.clock as "review"}`)}</span>
          {one.clock === "review" && dossier.decisionDueAt ? (
            <>
              <Badge tone={one.isSuspended ? "warning" : "info"}>
                {t("page.dueWith", { date: formatDateTime(one.dueAt) })}
              </Badge>
              <Badge>{t("page.dueWithout", { date: formatDateTime(dossier.decisionDueAt) })}</Badge>
            </>
          ) : (
            <DateTime value={one.dueAt} />
          )}
          {one.isSuspended && <span className="text-sm text-muted">{t("page.suspended")}</span>}
        </li>
      ))}
    </ul>
  );
}

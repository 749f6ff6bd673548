import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Checklist } from "~/components/ui/checklist";
import { DescriptionList } from "~/components/ui/description-list";
import type { BrokerFile, PublicBroker } from "~/domain/brokers/profile-view";

type Labels = {
  level: string | null;
  region: string;
  fields: string[];
  regions: string[];
  services: string[];
  languages: string[];
};

/** Where and in what a broker works. */
export function BrokerWork({ labels }: { labels: Labels }) {
  const { t } = useTranslation("brokers");
  const list = (items: string[]) => items.join(t("listSeparator"));
  return (
    <DescriptionList
      hideEmpty
      items={[
        { label: t("public.fields"), value: list(labels.fields) },
        { label: t("public.services"), value: list(labels.services) },
        { label: t("public.region"), value: labels.region },
        { label: t("public.regions"), value: list(labels.regions) },
        { label: t("public.languages"), value: list(labels.languages) },
      ]}
    />
  );
}

/** The certificate as the public may see it. */
export function PublicCertificate({ broker, labels }: { broker: PublicBroker; labels: Labels }) {
  const { t } = useTranslation("brokers");
  const { certificate, agency } = broker;
  return (
    <Card title={t("public.certificate")}>
      <DescriptionList
        hideEmpty
        items={[
          { label: t("public.level"), value: labels.level },
          {
            label: t("public.certificateNumber"),
            value: certificate && <span className="tabular">{certificate.numberMasked}</span>,
          },
          { label: t("public.certificateBase"), value: certificate?.base },
          { label: t("public.certificateIssuedOn"), value: certificate?.issuedOn },
          {
            label: t("public.certificateExpiresOn"),
            value: certificate && (certificate.expiresOn ?? t("public.noExpiry")),
          },
          {
            label: t("public.agency"),
            value: agency ? (
              <Link className="link" to={`/organisations/${agency.id}`}>
                {agency.name}
              </Link>
            ) : (
              t("public.independent")
            ),
          },
          { label: t("public.poolMemberSince"), value: broker.poolMemberSince },
          { label: t("public.verifiedAt"), value: broker.verifiedAt?.slice(0, 10) },
        ]}
      />
    </Card>
  );
}

/** Everything that an officer compares with the certificate. */
export function BrokerFileFacts({ file, labels }: { file: BrokerFile; labels: Labels }) {
  const { t } = useTranslation("brokers");
  return (
    <Card title={t("queue.facts")}>
      <DescriptionList
        items={[
          { label: t("profile.displayName"), value: file.displayName },
          { label: t("queue.legalName"), value: file.legalName },
          {
            label: t("queue.realName"),
            value: t("queue.realNameLevel", { level: file.realNameLevel }),
          },
          { label: t("profile.agencyId"), value: file.agency?.name ?? t("public.independent") },
          { label: t("profile.level"), value: labels.level },
          { label: t("profile.certificateNumber"), value: file.certificateNumber },
          { label: t("profile.certificateBase"), value: file.certificateBase },
          { label: t("profile.certificateIssuedOn"), value: file.certificateIssuedOn },
          {
            label: t("profile.certificateExpiresOn"),
            value: file.certificateExpiresOn ?? t("public.noExpiry"),
          },
          { label: t("profile.poolMemberSince"), value: file.poolMemberSince },
          {
            label: t("profile.certificateFileId"),
            value: file.certificateFile && (
              <a className="link" href={`/desk/broker/files/${file.id}/certificate`}>
                {t("queue.certificateOpen")}
              </a>
            ),
            wide: true,
          },
          {
            label: t("profile.intro"),
            value: file.intro && <p className="prose-text whitespace-pre-wrap">{file.intro}</p>,
            wide: true,
          },
          { label: t("profile.conflictStatement"), value: file.conflictStatement, wide: true },
        ]}
      />
      <BrokerWork labels={labels} />
    </Card>
  );
}

/** What can be said of an application by rule, and what a person has to compare. */
export function BrokerChecks({ file, today }: { file: BrokerFile; today: string }) {
  const { t } = useTranslation("brokers");
  const end = file.certificateExpiresOn;
  const state = (isMet: boolean) => (isMet ? ("met" as const) : ("unmet" as const));
  return (
    <Checklist
      items={[
        {
          id: "real-name",
          label: t("queue.checkRealName"),
          state: state(file.realNameLevel >= 2),
          note: t("queue.realNameLevel", { level: file.realNameLevel }),
        },
        {
          id: "certificate",
          label: t("queue.checkCertificate"),
          state: state(file.certificateFile !== null && (end === null || end >= today)),
        },
        {
          id: "agency",
          label: t("queue.checkAgency"),
          state: state(file.agency === null || file.agency.isVerified),
        },
        {
          id: "complete",
          label: t("queue.checkComplete"),
          state: state(file.missing.length === 0),
          note: file.missing.map((field) => t(`profile.${field}`)).join(t("listSeparator")),
        },
        {
          id: "consent",
          label: t("queue.checkConsent"),
          state: state(file.publicationConsentAt !== null),
        },
        {
          id: "person",
          label: t("queue.checkPerson"),
          state: "person",
          note:
            file.legalName && file.legalName !== file.displayName
              ? t("queue.nameDiffers")
              : t("queue.checkPersonNote"),
        },
      ]}
    />
  );
}

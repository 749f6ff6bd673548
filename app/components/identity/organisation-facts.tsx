import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/components/ui/description-list";

export type OrganisationFactsView = {
  legalName: string;
  englishName: string | null;
  kind:
    | "UNIVERSITY"
    | "RESEARCH_INSTITUTE"
    | "ENTERPRISE"
    | "BROKER_AGENCY"
    | "PARK"
    | "GOVERNMENT_OFFICE";
  uscc: string | null;
  legalRepresentative: string | null;
  address: string | null;
  website: string | null;
};

/** The facts that identify an organisation. */
export function OrganisationFacts({
  organisation,
  regionName,
}: {
  organisation: OrganisationFactsView;
  regionName: string;
}) {
  const { t } = useTranslation("identity");
  const { website } = organisation;
  return (
    <DescriptionList
      items={[
        { label: t("fields.legalName"), value: organisation.legalName },
        { label: t("fields.englishName"), value: organisation.englishName },
        { label: t("fields.kind"), value: t(`kinds.${organisation.kind}`) },
        {
          label: t("fields.uscc"),
          value: organisation.uscc && (
            <span className="tabular break-all">{organisation.uscc}</span>
          ),
        },
        { label: t("fields.legalRepresentative"), value: organisation.legalRepresentative },
        { label: t("fields.regionCode"), value: regionName },
        { label: t("fields.address"), value: organisation.address },
        {
          label: t("fields.website"),
          value: website && (
            <a className="link break-all" href={website} rel="noreferrer nofollow">
              {website}
            </a>
          ),
        },
      ]}
    />
  );
}

import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/components/ui/description-list";

/** Public facts of an organisation. The legal representative is not published. */
export function PublicFacts({
  organisation,
  regionName,
}: {
  organisation: {
    kind:
      | "UNIVERSITY"
      | "RESEARCH_INSTITUTE"
      | "ENTERPRISE"
      | "BROKER_AGENCY"
      | "PARK"
      | "GOVERNMENT_OFFICE";
    uscc: string | null;
    address: string | null;
    website: string | null;
  };
  regionName: string;
}) {
  const { t } = useTranslation("identity");
  const { website, uscc } = organisation;
  return (
    <DescriptionList
      hideEmpty
      items={[
        { label: t("fields.kind"), value: t(`kinds.${organisation.kind}`) },
        { label: t("fields.regionCode"), value: regionName },
        {
          label: t("fields.uscc"),
          value: uscc && <span className="tabular break-all">{uscc}</span>,
        },
        { label: t("fields.address"), value: organisation.address },
        {
          label: t("public.website"),
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

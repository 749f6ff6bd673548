import { useTranslation } from "react-i18next";
import type { OwnerView } from "~/domain/matching/match-view-schema";

const KINDS = [
  "UNIVERSITY",
  "RESEARCH_INSTITUTE",
  "ENTERPRISE",
  "BROKER_AGENCY",
  "PARK",
  "GOVERNMENT_OFFICE",
] as const;

/** How an organisation is named to the reader: kind and region only while it is blinded. */
export function useOwnerText(): (owner: Pick<OwnerView, "name" | "kind" | "region">) => string {
  const { t, i18n } = useTranslation("matching");
  return ({ name, kind, region }) => {
    const place = region && (i18n.language.startsWith("zh") ? region.zh : region.en);
    if (name) return place ? t("ownerIn", { name, region: place }) : name;
    const known = KINDS.find((one) => one === kind);
    const kindName = known ? t(`organisationKinds.${known}`) : kind;
    return place
      ? t("blindedOwner", { kind: kindName, region: place })
      : t("blindedOwnerPlain", { kind: kindName });
  };
}

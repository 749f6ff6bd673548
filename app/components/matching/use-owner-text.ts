import { useTranslation } from "react-i18next";
import type { OwnerView } from "~/domain/matching/match-view-schema";
import { knownOwnerKind } from "~/domain/matching/owner-kind-rules";

/** How an organisation is named to the reader: kind and region only while it is blinded. */
export function useOwnerText(): (owner: Pick<OwnerView, "name" | "kind" | "region">) => string {
  const { t, i18n } = useTranslation("matching");
  return ({ name, kind, region }) => {
    const place = region && (i18n.language.startsWith("zh") ? region.zh : region.en);
    if (name) return place ? t("ownerIn", { name, region: place }) : name;
    const known = knownOwnerKind(kind);
    const kindName = known ? t(`organisationKinds.${known}`) : kind;
    return place
      ? t("blindedOwner", { kind: kindName, region: place })
      : t("blindedOwnerPlain", { kind: kindName });
  };
}

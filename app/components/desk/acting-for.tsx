import { useTranslation } from "react-i18next";

/** The organisation (or the regions of an office) in whose name the person is working. */
export function ActingFor({ name }: { name: string | null | undefined }) {
  const { t } = useTranslation("desk");
  return (
    <>
      <p className="text-xs text-muted">{t("nav.actingFor")}</p>
      <p className="mt-0.5 font-medium text-ink">{name ?? t("nav.noOrganisation")}</p>
    </>
  );
}

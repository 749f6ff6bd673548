import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { formatDateTime } from "~/components/ui/date-time";

/** In plain words who checked the organisation, when, and how far. */
export function VerifiedNote({
  organisation,
}: {
  organisation: {
    isVerified: boolean;
    isSuspended: boolean;
    isRecheckDue: boolean;
    isAuthorityChecked: boolean;
    verifiedAt: Date | null;
  };
}) {
  const { t } = useTranslation("identity");
  if (organisation.isSuspended) return <Alert tone="danger">{t("public.suspendedNote")}</Alert>;
  if (!organisation.isVerified || !organisation.verifiedAt) {
    return <Alert tone="warning">{t("public.unverifiedNote")}</Alert>;
  }
  const date = formatDateTime(organisation.verifiedAt);
  return (
    <Alert tone="success" icon="shield">
      <p>
        {organisation.isAuthorityChecked
          ? t("public.verifiedAuthority", { date })
          : t("public.verifiedBy", { date })}
      </p>
      {organisation.isRecheckDue && <p className="mt-1">{t("public.recheckNote")}</p>}
    </Alert>
  );
}

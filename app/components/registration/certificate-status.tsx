import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { EmptyState } from "~/components/ui/empty-state";
import type { PublicRegistration, PublicStatus } from "~/domain/registration/certificate-view";

const TONES = {
  REGISTERED: "success",
  CHANGE_PENDING: "info",
  RECONSIDERATION: "warning",
  CANCELLED: "neutral",
  REVOKED: "danger",
} as const satisfies Record<PublicStatus, string>;

/** How a registration stands now: number, category, date, status. */
export function CertificateStatus({
  found,
  asOf,
}: {
  found: PublicRegistration | null;
  asOf: string;
}) {
  const { t } = useTranslation("certificates");
  if (!found) {
    return (
      <Card>
        <EmptyState icon="search" title={t("verify.notFound")}>
          {t("verify.notFoundHint")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card>
      <DescriptionList
        hideEmpty
        items={[
          {
            label: t("field.status"),
            value: (
              <StatusBadge tone={TONES[found.status]}>{t(`status.${found.status}`)}</StatusBadge>
            ),
          },
          { label: t("field.number"), value: found.number },
          { label: t("field.officialNo"), value: found.officialNo },
          { label: t("field.category"), value: found.category },
          { label: t("verify.registeredOn"), value: found.registeredOn },
          { label: t("field.endedOn"), value: found.endedOn },
          { label: t("verify.asOf"), value: <DateTime value={asOf} format="datetime" /> },
        ]}
      />
    </Card>
  );
}

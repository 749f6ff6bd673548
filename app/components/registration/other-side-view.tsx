import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DescriptionList } from "~/components/ui/description-list";
import type { DossierView } from "~/domain/registration/registration-view";
import { useOfficeName } from "./dossier-summary";
import { FormTable } from "./form-table";

/** Where the matter stands, and what the other side has to supply. */
export function OtherSideView({ dossier, canWrite }: { dossier: DossierView; canWrite: boolean }) {
  const { t } = useTranslation("recognition");
  const officeName = useOfficeName();
  return (
    <>
      {canWrite && (
        <Alert
          tone={dossier.missing.length > 0 ? "warning" : "info"}
          actions={
            <LinkButton to={`/desk/registrations/${dossier.id}/form`}>
              {t("page.supplyOwn")}
            </LinkButton>
          }
        >
          {t("page.otherSideLead")}
        </Alert>
      )}
      <Card>
        <DescriptionList
          columns={2}
          hideEmpty
          items={[
            { label: t("page.registrationNo"), value: dossier.registrationNo },
            { label: t("page.registeredOn"), value: dossier.registeredOn },
            { label: t("page.applicant"), value: dossier.applicant },
            { label: t("page.category"), value: dossier.categoryName },
            { label: t("page.office"), value: officeName(dossier.office) },
          ]}
        />
      </Card>
      {Object.keys(dossier.form).length > 0 && (
        <FormTable form={dossier.form} names={dossier.names} />
      )}
    </>
  );
}

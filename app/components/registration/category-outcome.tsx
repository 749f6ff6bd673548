import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { DescriptionList } from "~/components/ui/description-list";
import type { CategoryView } from "~/domain/registration/category-view";
import { SourceLine } from "./source-line";

/** What the answers come to, and what follows for registration, tax and papers. */
export function CategoryOutcome({ view }: { view: CategoryView }) {
  const { t } = useTranslation("registration");
  if (view.kind === "NOT_TECHNICAL") {
    return (
      <Card title={t("wizard.result")}>
        <div className="space-y-4">
          <h3 className="text-2xl">{t("wizard.notTechnical")}</h3>
          <p>{t(`notTechnical.${view.reason}`)}</p>
          <Alert tone="info">{t("wizard.opinion")}</Alert>
        </div>
      </Card>
    );
  }
  return (
    <>
      <Card title={t("wizard.result")}>
        <div className="space-y-4">
          <div>
            <h3 className="text-2xl">{view.name}</h3>
            <p className="text-muted">
              {[
                view.familyName && t("wizard.family", { name: view.familyName }),
                view.licenceKindName && t("wizard.licenceKind", { name: view.licenceKindName }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </div>
          <Alert tone="info">{t("wizard.opinion")}</Alert>
        </div>
      </Card>
      <CategoryMeaning view={view} />
      <Card title={t("documents.title")}>
        <ul className="list-disc space-y-1 pl-5">
          {view.documents.map((document) => (
            <li key={document}>{t(`document.${document}`)}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function CategoryMeaning({ view }: { view: Extract<CategoryView, { kind: "TECHNICAL" }> }) {
  const { t } = useTranslation("registration");
  return (
    <Card title={t("meaning.title")}>
      <DescriptionList
        items={[
          { label: t("meaning.applicant"), value: t(`applicant.${view.applicant}`) },
          { label: t("meaning.where"), value: t("meaning.whereText") },
          {
            label: t("meaning.written"),
            value: t(view.isWrittenForm ? "meaning.writtenLaw" : "meaning.writtenRegistration"),
          },
          {
            label: t("meaning.vat"),
            value: t(view.isVatBase ? "meaning.vatYes" : "meaning.vatNo"),
          },
          {
            label: t("meaning.eit"),
            value: t(view.isEitBase ? "meaning.eitYes" : "meaning.eitNo"),
          },
        ]}
      />
      <p className="mt-3 text-sm">{t("meaning.effect")}</p>
      <SourceLine sources={view.sources} />
    </Card>
  );
}

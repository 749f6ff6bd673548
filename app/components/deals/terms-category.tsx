import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/ui/button";

/** How the category was found, and where to find it or what it means. */
export function CategoryTools({
  dealId,
  answers,
  category,
}: {
  dealId: string;
  /** Answers of the questions as a query; empty when it was chosen by hand. */
  answers: string;
  category: string;
}) {
  const { t } = useTranslation("terms");
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3">
      <LinkButton to={`/desk/deals/${dealId}/terms/category`} size="sm" icon="list">
        {t("edit.category")}
      </LinkButton>
      {answers !== "" && (
        <>
          <span className="text-sm text-muted">{t("page.byQuestions")}</span>
          <LinkButton
            to={`/desk/deals/${dealId}/terms/category?${answers}`}
            size="sm"
            variant="quiet"
          >
            {t("page.showReason")}
          </LinkButton>
        </>
      )}
      {category !== "" && (
        <>
          <LinkButton to={`/incentives?kind=k${category}`} size="sm" variant="quiet">
            {t("page.incentives")}
          </LinkButton>
          <LinkButton to={`/registration-check?category=${category}`} size="sm" variant="quiet">
            {t("page.selfCheck")}
          </LinkButton>
        </>
      )}
    </div>
  );
}

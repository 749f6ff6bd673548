import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";

/** For a person who acts for nobody yet: the two ways in. */
export function NoOrganisation() {
  const { t } = useTranslation("identity");
  return (
    <Card>
      <EmptyState
        icon="building"
        headingLevel={1}
        title={t("organisation.none")}
        actions={
          <LinkButton to="/desk/organisation/new" variant="primary" icon="plus">
            {t("organisation.create")}
          </LinkButton>
        }
      >
        {t("organisation.noneLead")}
      </EmptyState>
    </Card>
  );
}

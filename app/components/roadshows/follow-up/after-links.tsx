import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/ui/button";
import { pitchHref } from "~/domain/roadshows/events/roadshow-href";

/** From a project's page to what its presenter does beside and after the stage. */
export function AfterLinks({ projectId }: { projectId: string }) {
  const { t } = useTranslation("leads");
  return (
    <>
      <LinkButton to={`${pitchHref(projectId)}/recording`}>{t("consent.title")}</LinkButton>
      <LinkButton to={`${pitchHref(projectId)}/follow-up`}>{t("followUp.title")}</LinkButton>
    </>
  );
}

import { useTranslation } from "react-i18next";
import { Button } from "~/components/ui/button";
import { useHydrated } from "~/components/ui/use-hydrated";

/** Prints the page; without scripts the browser's own menu does. */
export function PrintButton() {
  const { t } = useTranslation("timetable");
  if (!useHydrated()) return null;
  return (
    <Button icon="print" onClick={() => window.print()}>
      {t("agenda.print")}
    </Button>
  );
}

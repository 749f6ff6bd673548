import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/ui/button";
import { VisuallyHidden } from "~/components/ui/visually-hidden";
import { WISH_LEVELS, type WishLevel } from "~/domain/roadshows/meetings/wish-schema";

/** One tap marks, a second tap on the same takes the mark off; a NO is open after the end of requests too. */
export function WishButtons({
  toId,
  name,
  wish,
  isOpen,
}: {
  toId: string;
  name: string;
  wish: WishLevel | null;
  isOpen: boolean;
}) {
  const { t } = useTranslation("meetings");
  const levels = WISH_LEVELS.filter((level) => isOpen || level === "NO" || level === wish);
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="wish" />
      <input type="hidden" name="toId" value={toId} />
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t("people.wish", { name })}</legend>
        {levels.map((level) => {
          const isChosen = wish === level;
          return (
            <Button
              key={level}
              type="submit"
              size="sm"
              name="level"
              value={isChosen ? "NONE" : level}
              variant={isChosen ? "primary" : "secondary"}
              {...(isChosen ? { icon: "check" as const } : {})}
            >
              {t(`people.levels.${level}`)}
              {isChosen && (
                <VisuallyHidden>{`（${t("people.current")}，${t("people.clear")}）`}</VisuallyHidden>
              )}
            </Button>
          );
        })}
      </fieldset>
    </Form>
  );
}

import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Dialog } from "~/components/ui/dialog";
import { Textarea } from "~/components/ui/textarea";

/** 回避声明: a member declares that nothing stands in the way, or steps down. */
export function SeatForms({
  bidders,
  mayAccept,
  value,
  error,
}: {
  bidders: readonly string[];
  mayAccept: boolean;
  value: string;
  error: string | undefined;
}) {
  const { t } = useTranslation("tenders");
  return (
    <Card title={t("evaluation.declare")}>
      <p>{t("evaluation.declareLead")}</p>
      {bidders.length > 0 && (
        <>
          <p className="mt-3 font-medium text-ink">{t("evaluation.bidders")}</p>
          <ul className="list-disc ps-5">
            {bidders.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <div className="mt-4 flex flex-wrap items-start gap-3">
        {mayAccept && (
          <Form method="post">
            <SubmitButton intent="accept">{t("evaluation.accept")}</SubmitButton>
          </Form>
        )}
        <Dialog trigger={t("evaluation.recuse")} title={t("evaluation.recuse")}>
          <Form method="post" className="space-y-3" noValidate>
            <Textarea
              name="note"
              label={t("evaluation.recuseNote")}
              rows={3}
              maxLength={1000}
              required
              defaultValue={value}
              error={error}
            />
            <SubmitButton intent="recuse" variant="danger">
              {t("evaluation.recuse")}
            </SubmitButton>
          </Form>
        </Dialog>
      </div>
    </Card>
  );
}

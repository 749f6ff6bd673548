import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { formatDateTime } from "~/components/ui/date-time";
import { Disclosure } from "~/components/ui/disclosure";
import type { NdaView } from "~/domain/deals/disclosure-view";
import type { FormView } from "./form-view";

type NdaPanelProps = {
  nda: NdaView;
  /** The reader takes part in a room that runs. */
  canAccept: boolean;
  view: FormView;
};

/** The undertaking: to be read and accepted, or accepted and folded away. */
export function NdaPanel({ nda, canAccept, view }: NdaPanelProps) {
  const { t } = useTranslation("deals");
  const text = (
    <>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls is read by keyboard
        tabIndex={0}
        className="prose-text max-h-80 overflow-y-auto rounded-md border border-line bg-canvas p-4 whitespace-pre-wrap print:max-h-none"
      >
        {nda.text}
      </section>
      <p className="mt-2 text-sm text-muted">
        {t("disclosure.hash")} <code className="break-all">{nda.hash}</code>
      </p>
    </>
  );
  if (nda.acceptedAt) {
    return (
      <Card title={t("disclosure.ndaTitle")}>
        <p>
          {t("disclosure.ndaAccepted", {
            at: formatDateTime(nda.acceptedAt, "datetime"),
            version: nda.version,
          })}
        </p>
        <Disclosure summary={t("disclosure.ndaRead")}>{text}</Disclosure>
      </Card>
    );
  }
  return (
    <Card title={t("disclosure.ndaTitle")}>
      <p className="mb-3">
        {t("disclosure.ndaText")} {t("disclosure.ndaChinese")}
      </p>
      {text}
      {canAccept && (
        <Form method="post" className="mt-4 grid gap-3" noValidate>
          <input type="hidden" name="textHash" value={nda.hash} />
          <Checkbox
            name="agree"
            label={t("disclosure.ndaAgree")}
            error={view.error("agree") ?? view.error("textHash")}
          />
          <div>
            <SubmitButton intent="nda" icon="check">
              {t("disclosure.ndaAccept")}
            </SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  );
}

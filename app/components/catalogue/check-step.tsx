import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Button, LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Textarea } from "~/components/ui/textarea";
import { KIND } from "~/domain/catalogue/listing-kind-rules";
import type { DuplicateView, WizardView } from "~/domain/catalogue/wizard-view";

function Duplicates({ view }: { view: WizardView }) {
  const { t } = useTranslation("catalogue");
  const { segment } = KIND[view.kind];
  const reason = (one: DuplicateView) =>
    one.isMuchAlike || (one.distance !== null && one.distance <= 8)
      ? t("edit.textAlike")
      : t("edit.titleAlike", { percent: Math.round(one.titleSimilarity * 100) });
  if (view.duplicates.length === 0) {
    return <p className="text-muted">{t("edit.duplicatesNone")}</p>;
  }
  return (
    <Alert tone="warning" title={t("edit.duplicates")}>
      <p>{t("edit.duplicatesLead")}</p>
      <ul className="mt-2 space-y-1">
        {view.duplicates.map((one) => (
          <li key={one.id}>
            <Link
              className="link"
              to={one.isOwn ? `/desk/${segment}/${one.id}` : `/${segment}/${one.id}`}
            >
              {one.title || t("edit.untitled")}
            </Link>{" "}
            <span className="text-sm">
              {one.isOwn && `${t("edit.ownListing")} · `}
              {reason(one)}
            </span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** The last step: near duplicates, what is missing, and the submission. */
export function CheckStep({
  view,
  failure,
  noteError,
}: {
  view: WizardView;
  failure: string | undefined;
  noteError: string | undefined;
}) {
  const { t } = useTranslation("catalogue");
  const missing = view.quality.items.filter((item) => item.isRequired && !item.isMet).length;
  const refusal =
    missing > 0
      ? t("edit.incomplete", { count: missing })
      : view.isOrganisationVerified
        ? undefined
        : t("edit.notVerified");
  return (
    <div className="space-y-5">
      {failure && (
        <Alert tone="danger" role="alert">
          {failure}
        </Alert>
      )}
      <Card title={t("edit.duplicates")}>
        <Duplicates view={view} />
      </Card>
      <Card title={t("step.check")}>
        <Form method="post" className="space-y-5">
          <input type="hidden" name="step" value="check" />
          <input type="hidden" name="revision" value={view.revision} />
          {view.isChange ? (
            <Textarea
              name="note"
              label={t("versions.note")}
              hint={t("hint.changeNote")}
              maxLength={500}
              rows={3}
              error={noteError}
              required
            />
          ) : (
            <p className="text-muted">{t("edit.submitLead")}</p>
          )}
          {!view.isOrganisationVerified && <Alert tone="warning">{t("edit.notVerified")}</Alert>}
          <div className="flex flex-wrap items-start gap-3">
            {refusal && !view.isChange ? (
              <Button variant="primary" disabledReason={refusal}>
                {t("edit.submit")}
              </Button>
            ) : (
              <SubmitButton intent={view.isChange ? "publishChange" : "submit"}>
                {t(view.isChange ? "edit.publishChange" : "edit.submit")}
              </SubmitButton>
            )}
            <LinkButton to={`/${KIND[view.kind].segment}/${view.id}`} icon="eye">
              {t("edit.preview")}
            </LinkButton>
          </div>
        </Form>
      </Card>
    </div>
  );
}

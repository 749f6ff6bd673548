import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { Disclosure } from "~/components/ui/disclosure";
import { formatBytes } from "~/components/ui/file-size";
import { Textarea } from "~/components/ui/textarea";
import type { ReviewField, ReviewView } from "~/domain/catalogue/review-view";
import type { catalogue } from "~/i18n/zh-CN/catalogue";

type FieldKey = keyof typeof catalogue.field;
type VisibilityKey = keyof typeof catalogue.visibility;

export function FieldRow({
  one,
  index,
  view,
  typed,
}: {
  one: ReviewField;
  index: number;
  view: ReviewView;
  typed: string | undefined;
}) {
  const { t } = useTranslation(["review", "catalogue"]);
  const label = t(`catalogue:field.${one.field as FieldKey}`);
  return (
    <div className="grid gap-3 border-b border-line/70 py-2.5 last:border-b-0 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="min-w-0">
        <h3 className="text-sm font-medium text-muted">{label}</h3>
        <div className="prose-text mt-1 whitespace-pre-line text-ink">
          {one.text || <span className="text-muted">{t("empty")}</span>}
        </div>
        {one.visibility && one.visibility !== "PUBLIC" && (
          <p className="mt-1 text-sm text-warning-700">
            {t("visibility", {
              level: t(`catalogue:visibility.${one.visibility as VisibilityKey}`),
            })}
          </p>
        )}
      </div>
      <div className="min-w-0 space-y-2">
        {one.earlier.map((comment) => (
          <p key={comment.id} className="rounded-md bg-canvas px-3 py-2 text-sm">
            <span className="text-muted">{t("roundNumber", { round: comment.round })}：</span>
            {comment.message}
          </p>
        ))}
        {view.canDecide && (
          <>
            <input type="hidden" name={`comments[${index}].field`} value={one.field} />
            <Disclosure summary={t("commentAdd")} open={Boolean(typed)}>
              <Textarea
                name={`comments[${index}].message`}
                label={t("comment", { field: label })}
                labelHidden
                defaultValue={typed}
                rows={3}
                maxLength={500}
              />
            </Disclosure>
          </>
        )}
      </div>
    </div>
  );
}

export function Evidence({ view }: { view: ReviewView }) {
  const { t } = useTranslation("review");
  if (view.kind !== "achievement") return null;
  return (
    <Card title={t("readiness")}>
      {view.evidence.length === 0 ? (
        <p className="text-muted">{t("readinessNone")}</p>
      ) : (
        <Form method="post" className="space-y-3">
          <p className="text-sm text-muted">{t("readinessLead")}</p>
          {view.evidence.map((one) => (
            <Checkbox
              key={one.level}
              name="levels"
              id={`field-level-${one.level}`}
              value={String(one.level)}
              label={t("readinessLevel", { level: one.level, evidence: one.evidence })}
              defaultChecked={one.isVerified}
            />
          ))}
          {!view.isOwnOrganisation && (
            <SubmitButton intent="verifyReadiness" variant="secondary" size="sm">
              {t("readinessSave")}
            </SubmitButton>
          )}
        </Form>
      )}
    </Card>
  );
}

export function FileList({ view }: { view: ReviewView }) {
  const { t } = useTranslation(["review", "catalogue"]);
  return (
    <Card title={t("files")}>
      {view.files.length === 0 ? (
        <p className="text-muted">{t("noFiles")}</p>
      ) : (
        <ul className="space-y-2 text-sm">
          {view.files.map((file) => (
            <li key={file.id}>
              <a className="link break-all" href={`/files/${file.fileId}`}>
                {file.caption || file.name}
              </a>
              <p className="text-muted">
                {formatBytes(file.sizeBytes)} ·{" "}
                {t(`catalogue:visibility.${file.visibility as VisibilityKey}`)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { deadlineText } from "~/components/ui/deadline";
import { FileInput } from "~/components/ui/file-input";
import { formatBytes } from "~/components/ui/file-size";
import { Icon } from "~/components/ui/icon";
import { MATERIAL_TYPES } from "~/domain/roadshows/call/material-rules";
import type { MaterialView } from "~/domain/roadshows/call/project-view";
import { acceptOf, MAX_DOCUMENT_BYTES } from "~/domain/shared/file-type-rules";

/** The slides that were handed in, with the way to them. */
export function MaterialLine({ material, to }: { material: MaterialView | null; to: string }) {
  const { t } = useTranslation("pitches");
  if (!material) return <p className="text-muted">{t("material.none")}</p>;
  return (
    <div className="space-y-2">
      <p>
        <a href={to} className="link inline-flex items-center gap-1.5">
          <Icon name="download" size={16} />
          <span className="break-all">{material.name}</span>
        </a>{" "}
        <span className="text-sm whitespace-nowrap text-muted">{formatBytes(material.bytes)}</span>
        {material.at && (
          <span className="block text-sm text-muted">
            <DateTime value={material.at} format="datetime" />
          </span>
        )}
      </p>
      {material.note && (
        <Alert tone="warning" title={t("material.again")}>
          {material.note}
        </Alert>
      )}
    </div>
  );
}

type Props = {
  material: MaterialView | null;
  to: string;
  mayHandIn: boolean;
  dueAt: string | null;
  view: FormAnswer;
};

/** Slides of a project, with the form for them while they are wanted. */
export function MaterialCard({ material, to, mayHandIn, dueAt, view }: Props) {
  const { t } = useTranslation("pitches");
  return (
    <Card title={t("material.title")} id="material">
      <div className="space-y-4">
        <MaterialLine material={material} to={to} />
        {mayHandIn ? (
          <Form
            method="post"
            encType="multipart/form-data"
            className="grid grid-cols-[minmax(0,1fr)] gap-3"
            noValidate
          >
            {dueAt && <p>{t("material.due", { time: deadlineText(dueAt) })}</p>}
            <FileInput
              name="file"
              label={t("material.file")}
              hint={t("material.hint")}
              required
              accept={acceptOf(MATERIAL_TYPES)}
              maxBytes={MAX_DOCUMENT_BYTES}
              error={view.error("file")}
            />
            <div>
              <SubmitButton>{material ? t("material.replace") : t("material.do")}</SubmitButton>
            </div>
          </Form>
        ) : (
          !material && <p className="text-sm text-muted">{t("material.afterConfirm")}</p>
        )}
      </div>
    </Card>
  );
}

import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FileInput } from "~/components/ui/file-input";
import { formatBytes } from "~/components/ui/file-size";
import { Icon } from "~/components/ui/icon";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { VISIBILITIES } from "~/domain/catalogue/visibility-rules";
import type { FileView, WizardView } from "~/domain/catalogue/wizard-view";

const PICTURE_TYPES = ".jpg,.jpeg,.png,.webp";
const ATTACHMENT_TYPES = ".pdf,.docx,.xlsx,.pptx,.zip,.jpg,.jpeg,.png";
const MB = 1024 * 1024;

function Upload({
  role,
  base,
  error,
}: {
  role: FileView["role"];
  base: string;
  error?: string | undefined;
}) {
  const { t } = useTranslation("catalogue");
  const isPicture = role === "PICTURE";
  const id = (name: string) => `field-${role}-${name}`;
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      action={`${base}?step=files`}
      className="space-y-4 border-t border-line pt-4"
    >
      <input type="hidden" name="role" value={role} />
      <FileInput
        name="file"
        id={id("file")}
        label={t("edit.chooseFile")}
        hint={t(isPicture ? "hint.pictures" : "hint.attachments")}
        accept={isPicture ? PICTURE_TYPES : ATTACHMENT_TYPES}
        maxBytes={isPicture ? 5 * MB : 20 * MB}
        error={error}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput name="caption" id={id("caption")} label={t("edit.caption")} autoComplete="off" />
        <Select
          name="visibility"
          id={id("visibility")}
          label={t("edit.fileVisibility")}
          options={VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) }))}
        />
      </div>
      <SubmitButton variant="secondary">
        {t(isPicture ? "edit.uploadPicture" : "edit.uploadAttachment")}
      </SubmitButton>
    </Form>
  );
}

function FileRow({ file, base }: { file: FileView; base: string }) {
  const { t } = useTranslation("catalogue");
  return (
    <li className="flex items-center gap-3 border-b border-line/70 py-2 last:border-b-0">
      {file.role === "PICTURE" ? (
        <img
          src={`/files/${file.fileId}`}
          alt={file.caption || file.name}
          className="size-16 rounded-md border border-line object-cover"
        />
      ) : (
        <Icon name="file" className="text-muted" />
      )}
      <div className="min-w-0 flex-1">
        <a className="link break-all" href={`/files/${file.fileId}`}>
          {file.caption || file.name}
        </a>
        <p className="text-sm text-muted">
          {formatBytes(file.sizeBytes)} ·{" "}
          {t(`visibility.${file.visibility as (typeof VISIBILITIES)[number]}`)}
        </p>
      </div>
      <Form method="post" action={`${base}?step=files`}>
        <input type="hidden" name="intent" value="removeFile" />
        <input type="hidden" name="listingFileId" value={file.id} />
        <Button
          type="submit"
          variant="quiet"
          size="sm"
          icon="trash"
          aria-label={t("edit.removeFile", { name: file.name })}
        />
      </Form>
    </li>
  );
}

/** Pictures and documents; each is stored as soon as it is uploaded. */
export function FilesStep({
  view,
  base,
  failure,
}: {
  view: WizardView;
  base: string;
  failure: { role: string; text: string | undefined } | null;
}) {
  const { t } = useTranslation("catalogue");
  const part = (role: FileView["role"]) => {
    const files = view.files.filter((file) => file.role === role);
    const isPicture = role === "PICTURE";
    return (
      <Card key={role} title={t(isPicture ? "edit.pictures" : "edit.attachments")}>
        {files.length === 0 ? (
          <p className="pb-4 text-muted">
            {t(isPicture ? "edit.noPictures" : "edit.noAttachments")}
          </p>
        ) : (
          <ul className="pb-3">
            {files.map((file) => (
              <FileRow key={file.id} file={file} base={base} />
            ))}
          </ul>
        )}
        <Upload role={role} base={base} error={failure?.role === role ? failure.text : undefined} />
      </Card>
    );
  };
  return (
    <div className="space-y-5" id="field-files" tabIndex={-1}>
      <p className="text-sm text-muted">{t("edit.fileNow")}</p>
      {part("PICTURE")}
      {part("ATTACHMENT")}
    </div>
  );
}

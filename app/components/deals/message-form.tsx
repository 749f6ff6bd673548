import { Form } from "@remix-run/react";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { FileInput } from "~/components/ui/file-input";
import { Textarea } from "~/components/ui/textarea";
import { MESSAGE_MAX } from "~/domain/deals/deal-message-schema";
import { acceptOf, MAX_DOCUMENT_BYTES, WORK_TYPES } from "~/domain/shared/file-type-rules";

type MessageFormProps = {
  dealId: string;
  /** Key of the message that this form will make; a repeated post stays one message. */
  clientKey: string;
  value: string;
  bodyError: string | undefined;
  fileError: string | undefined;
  /** With scripts: takes the message over, and the form is empty again at once. */
  onSend: ((form: FormData) => void) | null;
};

/** The field for the next message and a file. A plain form without scripts. */
export function MessageForm(props: MessageFormProps) {
  const { t } = useTranslation("deals");
  const [turn, setTurn] = useState({ clientKey: props.clientKey, number: 0 });
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (!props.onSend) return;
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const file = fields.get("file");
    const hasFile = file instanceof File && file.size > 0;
    if (!hasFile && String(fields.get("body") ?? "").trim() === "") return;
    props.onSend(fields);
    setTurn({ clientKey: crypto.randomUUID(), number: turn.number + 1 });
  };
  return (
    <Form
      key={turn.number}
      ref={form}
      method="post"
      action={`/desk/deals/${props.dealId}?index`}
      encType="multipart/form-data"
      className="no-print grid gap-3"
      noValidate
      onSubmit={submit}
    >
      <input type="hidden" name="clientKey" value={turn.clientKey} />
      <Textarea
        name="body"
        label={t("conversation.message")}
        rows={3}
        maxLength={MESSAGE_MAX}
        defaultValue={turn.number === 0 ? props.value : ""}
        error={props.bodyError}
      />
      <FileInput
        name="file"
        label={t("conversation.file")}
        hint={t("conversation.fileHint")}
        accept={acceptOf(WORK_TYPES)}
        maxBytes={MAX_DOCUMENT_BYTES}
        error={props.fileError}
      />
      <div>
        <SubmitButton intent="message" icon="arrow-right">
          {t("conversation.send")}
        </SubmitButton>
      </div>
    </Form>
  );
}

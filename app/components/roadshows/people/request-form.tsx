import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { MESSAGE_MAX } from "~/domain/roadshows/meetings/wish-schema";
import type { PersonCard } from "~/domain/roadshows/people/people-view";

/** Asks one person for a meeting; what was typed stays where it was refused. */
export function RequestForm({ person, view }: { person: PersonCard; view: FormAnswer }) {
  const { t } = useTranslation("meetings");
  const isHere = view.isRefused && view.text("toId") === person.id;
  const { projects } = person;
  return (
    <Disclosure summary={t("people.request")} open={isHere}>
      <Form
        method="post"
        preventScrollReset
        noValidate
        className="grid max-w-xl gap-3"
        aria-label={t("people.requestOf", { name: person.name })}
      >
        <input type="hidden" name="toId" value={person.id} />
        {projects.length > 1 && (
          <Select
            name="projectId"
            id={`project-${person.id}`}
            label={t("people.about")}
            options={projects.map(({ id, title }) => ({ value: id, label: title }))}
            defaultValue={isHere ? view.text("projectId") : (projects[0]?.id ?? "")}
            error={isHere ? view.error("projectId") : undefined}
          />
        )}
        <Textarea
          name="message"
          id={`message-${person.id}`}
          label={t("people.message")}
          hint={t("people.messageHint")}
          rows={2}
          maxLength={MESSAGE_MAX}
          defaultValue={isHere ? view.text("message") : ""}
          error={isHere ? view.error("message") : undefined}
        />
        <div>
          <SubmitButton intent="request" size="sm" icon="handshake">
            {t("people.send")}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { DateInput } from "~/components/ui/date-input";
import { NumberInput } from "~/components/ui/number-input";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import type { EventFormValues } from "./event-form-values";
import { MomentInput } from "./moment-input";

type Props = { form: EventFormValues; view: FormAnswer };

const LINES = [
  { name: "venue", max: 100 },
  { name: "address", max: 200 },
] as const;

/** Where the event is and how people take part. */
export function WhereFields({ form, view }: Props) {
  const { t } = useTranslation("roadshows");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      {LINES.map(({ name, max }) => (
        <TextInput
          key={name}
          name={name}
          label={t(`form.${name}`)}
          maxLength={max}
          defaultValue={view.text(name, form[name])}
          error={view.error(name)}
        />
      ))}
      <Textarea
        name="directions"
        label={t("form.directions")}
        rows={3}
        maxLength={1000}
        defaultValue={view.text("directions", form.directions)}
        error={view.error("directions")}
      />
      <TextInput
        name="onlineUrl"
        label={t("form.onlineUrl")}
        inputMode="url"
        defaultValue={view.text("onlineUrl", form.onlineUrl)}
        error={view.error("onlineUrl")}
      />
      <TextInput
        name="contact"
        label={t("form.contact")}
        required
        maxLength={200}
        defaultValue={view.text("contact", form.contact)}
        error={view.error("contact")}
      />
      <NumberInput
        name="maxAudience"
        label={t("form.maxAudience")}
        hint={t("form.maxAudienceHint")}
        unit={t("form.people")}
        integer
        width="short"
        defaultValue={view.text("maxAudience", form.maxAudience?.toString() ?? "")}
        error={view.error("maxAudience")}
      />
    </div>
  );
}

const DEADLINES = ["callDueAt", "confirmDueAt", "materialsDueAt", "audienceDueAt"] as const;

export function DaysFields({ form, view }: Props) {
  const { t } = useTranslation("roadshows");
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {(["startsOn", "endsOn"] as const).map((name) => (
        <DateInput
          key={name}
          name={name}
          label={t(`form.${name}`)}
          required
          defaultValue={view.text(name, form[name])}
          error={view.error(name)}
        />
      ))}
      <DeadlineFields form={form} view={view} />
    </div>
  );
}

/** The four deadlines, for a draft and for a published event. */
export function DeadlineFields({
  form,
  view,
}: {
  form: Pick<EventFormValues, (typeof DEADLINES)[number]>;
  view: FormAnswer;
}) {
  const { t } = useTranslation("roadshows");
  return (
    <>
      {DEADLINES.map((name) => (
        <MomentInput
          key={name}
          name={name}
          label={t(`form.${name}`)}
          hint={t("form.momentHint")}
          required
          defaultValue={view.text(name, form[name])}
          error={view.error(name)}
        />
      ))}
    </>
  );
}

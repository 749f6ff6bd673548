import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { formatDateTime } from "~/components/ui/date-time";
import { Disclosure } from "~/components/ui/disclosure";
import { NumberInput } from "~/components/ui/number-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { ATTENDANCES, INTERESTS_MAX } from "~/domain/roadshows/people/participant-form-schema";
import type { StoredValues } from "~/domain/roadshows/people/registration-view";
import { AbsenceFields } from "../call/absence-fields";
import type { RegistrationProps } from "./registration-props";

type Props = RegistrationProps & { values: StoredValues };

const body = "grid grid-cols-[minmax(0,1fr)] gap-5";

/** What somebody looks for: the base of its suggestions. */
export function InterestFields({ page, fields, view, values }: Props) {
  const { t } = useTranslation("meetings");
  const group = (kind: string) =>
    page.listings
      .filter((one) => one.value.startsWith(`${kind}:`))
      .map(({ value, label }) => ({ value, label }));
  const groups = [
    { label: t("register.needs"), options: group("need") },
    { label: t("register.achievements"), options: group("achievement") },
  ].filter((one) => one.options.length > 0);
  return (
    <Card title={t("register.what")}>
      <div className={body}>
        <Textarea
          name="interests"
          label={t("register.interests")}
          hint={t("register.interestsHint")}
          rows={3}
          maxLength={INTERESTS_MAX}
          defaultValue={view.text("interests", values.interests)}
          error={view.error("interests")}
        />
        <CheckboxGroup
          name="fieldCodes"
          label={t("register.fields")}
          columns={3}
          options={fields}
          defaultValue={view.list("fieldCodes", values.fieldCodes)}
          error={view.error("fieldCodes")}
        />
        {groups.length > 0 && (
          <Select
            name="listing"
            label={t("register.listing")}
            hint={t("register.listingHint")}
            placeholder={t("register.noListing")}
            options={groups}
            defaultValue={view.text("listing", values.listing)}
            error={view.error("listing")}
          />
        )}
      </div>
    </Card>
  );
}

/** Whether, how often and when somebody can meet. */
export function MeetingFields({ page, view, values }: Props) {
  const { t } = useTranslation("meetings");
  const { event } = page;
  return (
    <Card title={t("register.meetings")}>
      <div className={body}>
        <Checkbox
          name="wantsMeetings"
          label={t("register.wantsMeetings")}
          defaultChecked={
            view.isRefused ? view.text("wantsMeetings") === "on" : values.wantsMeetings
          }
        />
        <NumberInput
          name="meetingsMax"
          label={t("register.meetingsMax")}
          hint={t("register.meetingsMaxHint", { max: event.meetingsMax })}
          integer
          defaultValue={view.text("meetingsMax", values.meetingsMax)}
          error={view.error("meetingsMax")}
        />
        <AbsenceFields absences={values.unavailable} days={event.days} view={view} />
        {event.format === "BOTH" && (
          <RadioGroup
            name="attendance"
            label={t("register.attendance")}
            look="inline"
            options={ATTENDANCES.map((value) => ({
              value,
              label: t(`register.attendances.${value}`),
            }))}
            defaultValue={view.text("attendance", values.attendance)}
            error={view.error("attendance")}
          />
        )}
      </div>
    </Card>
  );
}

/** What others see, and the promise that confidential sessions ask for. */
export function ConsentFields({ page, view, values }: Props) {
  const { t } = useTranslation("meetings");
  const isTicked = (name: string, stored: boolean) =>
    view.isRefused ? view.text(name) === "on" : stored;
  return (
    <Card title={t("register.consent")}>
      <div className={body}>
        <Checkbox
          name="isListed"
          label={t("register.isListed")}
          hint={t("register.isListedHint")}
          defaultChecked={isTicked("isListed", values.isListed)}
          error={view.error("isListed")}
        />
        <UndertakingFields page={page} view={view} undertakingAt={values.undertakingAt} />
      </div>
    </Card>
  );
}

/** The undertaking with its text, or since when it stands. */
export function UndertakingFields({
  page,
  view,
  undertakingAt,
}: Pick<Props, "page" | "view"> & { undertakingAt: string | null }) {
  const { t } = useTranslation("meetings");
  return (
    <>
      {undertakingAt ? (
        <p className="text-sm text-muted">
          {t("register.undertakingAt", { date: formatDateTime(undertakingAt) })}
        </p>
      ) : (
        <div>
          <Checkbox
            name="acceptsUndertaking"
            label={t("register.undertaking")}
            hint={t("register.undertakingHint")}
            defaultChecked={view.isRefused && view.text("acceptsUndertaking") === "on"}
            error={view.error("acceptsUndertaking")}
          />
          <input type="hidden" name="undertakingHash" value={page.undertaking.hash} />
        </div>
      )}
      <Disclosure summary={t("register.undertakingText")}>
        <p className="prose-text whitespace-pre-wrap" lang="zh-CN">
          {page.undertaking.text}
        </p>
      </Disclosure>
    </>
  );
}

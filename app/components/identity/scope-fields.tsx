import { useTranslation } from "react-i18next";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { RadioGroup } from "~/components/ui/radio-group";
import { ROLES, SCOPES } from "~/domain/identity/organisation-schema";

/** Role and scopes of a member; ownership can be given by owners only. */
export function ScopeFields({
  idPrefix,
  isOwner,
  role,
  scopes,
  roleError,
}: {
  /** Several of these stand on one page. */
  idPrefix: string;
  isOwner: boolean;
  role: string;
  scopes: readonly string[];
  roleError?: string;
}) {
  const { t } = useTranslation("identity");
  return (
    <>
      <RadioGroup
        id={`${idPrefix}-role`}
        name="role"
        label={t("fields.role")}
        defaultValue={role}
        error={roleError}
        options={ROLES.map((value) => ({
          value,
          label: t(`roles.${value}`),
          hint: t(`roleHints.${value}`),
          disabled: value === "OWNER" && !isOwner,
        }))}
        required
      />
      <CheckboxGroup
        id={`${idPrefix}-scopes`}
        name="scopes"
        label={t("fields.scopes")}
        defaultValue={scopes}
        columns={2}
        options={SCOPES.map((value) => ({ value, label: t(`scopes.${value}`) }))}
      />
    </>
  );
}

/** Letters of this area. They go to people who may have no account, so there is no page to render them. */
const chinese = {
  confirm: {
    subject: "您的验证码",
    text: "科技大市场：您的注册验证码是 {{code}}，10 分钟内有效。如非本人操作，请忽略。",
  },
  reset: {
    subject: "重设密码的验证码",
    text: "科技大市场：您重设密码的验证码是 {{code}}，10 分钟内有效。如非本人操作，请忽略，您的密码不会改变。",
  },
  change: {
    subject: "确认新的联系方式",
    text: "科技大市场：确认新联系方式的验证码是 {{code}}，10 分钟内有效。如非本人操作，请忽略。",
  },
  sign: {
    subject: "签署验证码",
    text: "科技大市场：您正在签署《{{title}}》（文件指纹 {{hash}}），验证码 {{code}}，10 分钟内有效。验证码等同于您的签名确认，请勿告诉任何人。如非本人操作，请立即更改密码。",
  },
  known: {
    subject: "您已有账号",
    text: "科技大市场：有人用此地址注册，而此地址已有账号。如果是您本人，请直接登录，忘记密码可在登录页找回。如非本人操作，请忽略。",
  },
  passwordChanged: {
    subject: "密码已更改",
    text: "科技大市场：您的账号密码刚刚更改。如非本人操作，请立即在登录页找回密码，并联系市场运营方。",
  },
  contactChanged: {
    subject: "登录联系方式已更改",
    text: "科技大市场：您的账号刚刚换用了新的登录邮箱或手机号。如非本人操作，请立即联系市场运营方。",
  },
  invitation: {
    subject: "{{inviter}} 邀请您加入 {{organisation}}",
    text: "{{inviter}} 邀请您在科技大市场加入 {{organisation}}。\n\n打开下面的链接接受邀请（{{date}} 前有效）：\n{{link}}\n\n如果您不认识邀请人，请忽略本邮件。",
  },
};

const english: Letters = {
  confirm: {
    subject: "Your code",
    text: "Grand Market: your sign-up code is {{code}}, valid for ten minutes. If you did not ask for it, ignore this message.",
  },
  reset: {
    subject: "Code to reset your password",
    text: "Grand Market: your password reset code is {{code}}, valid for ten minutes. If you did not ask for it, ignore this message; your password stays as it is.",
  },
  change: {
    subject: "Confirm your new address",
    text: "Grand Market: the code to confirm your new address is {{code}}, valid for ten minutes. If you did not ask for it, ignore this message.",
  },
  sign: {
    subject: "Code to sign a document",
    text: "Grand Market: you are signing “{{title}}” (fingerprint {{hash}}). Your code is {{code}}, valid for ten minutes. The code counts as your signature: tell it to nobody. If this is not you, change your password at once.",
  },
  known: {
    subject: "You already have an account",
    text: "Grand Market: somebody tried to sign up with this address, which already has an account. If it was you, sign in, or reset your password from the sign-in page. If not, ignore this message.",
  },
  passwordChanged: {
    subject: "Your password was changed",
    text: "Grand Market: the password of your account has just been changed. If this was not you, reset it from the sign-in page at once and tell the market operator.",
  },
  contactChanged: {
    subject: "Your sign-in address was changed",
    text: "Grand Market: your account now has a new sign-in address or number. If this was not you, tell the market operator at once.",
  },
  invitation: {
    subject: "{{inviter}} invites you to join {{organisation}}",
    text: "{{inviter}} invites you to join {{organisation}} on Grand Market.\n\nOpen this link to accept (valid until {{date}}):\n{{link}}\n\nIf you do not know the sender, ignore this message.",
  },
};

/** Subject and text with {{name}} places. */
export type Letter = { subject: string; text: string };
type Letters = Record<keyof typeof chinese, Letter>;

/** The letters in a person's language. */
export function lettersIn(locale: string): Letters {
  return locale === "en" ? english : chinese;
}

/** A text with its places filled. */
export function fillLetter(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "");
}

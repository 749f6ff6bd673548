import type { Messages } from "../messages";
import type { auth as chinese } from "../zh-CN/auth";

export const auth = {
  fields: {
    name: "Your name",
    nameHint: "Colleagues and counterparts see this name.",
    identifier: "E-mail address or mobile number",
    identifierHint: "We send a code there to confirm it.",
    password: "Password",
    newPassword: "New password",
    passwordHint: "At least {{min}} characters. A few unrelated words work well.",
    code: "Code",
    codeHint: "Six digits, valid for ten minutes.",
    secondFactor: "Authenticator code or backup code",
    secondFactorHint:
      "Open your authenticator app for the six digits; without the phone, use one of your backup codes.",
    terms: "I have read and accept the terms of use and the notice on personal information",
    termsHint:
      "We collect only what an account, contact and reviews need. You can export it or close the account at any time.",
  },
  signUp: {
    title: "Create an account",
    lead: "An account lets you publish achievements, post needs and contact the other side. Browsing needs none.",
    submit: "Create account and send code",
    haveAccount: "Already registered?",
  },
  signIn: {
    title: "Sign in",
    lead: "To your desk.",
    submit: "Sign in",
    forgot: "Forgot your password?",
    noAccount: "No account yet?",
    signUp: "Create one",
    continueTo: "After signing in you return to the page you asked for.",
  },
  second: {
    title: "Second step",
    lead: "Two-step verification is on for your account.",
    submit: "Verify and sign in",
    restart: "Start again",
  },
  confirm: {
    title: "Enter the code",
    lead: "If {{to}} can receive it, a code has been sent.",
    leadUnknown: "Enter the address or number you signed up with and the code you received.",
    submit: "Confirm",
    resend: "Send another code",
    resent: "If the address can receive it, a new code has been sent.",
    otherAddress: "Use another address or number",
    outbox:
      "This is a demonstration market: no mail or text message really leaves. The codes appear in the demo outbox.",
    outboxLink: "Open the demo outbox",
  },
  forgot: {
    title: "Reset your password",
    lead: "Enter the e-mail address or mobile number of your account. We send a code there.",
    submit: "Send code",
  },
  reset: {
    title: "Choose a new password",
    lead: "If {{to}} has an account, a code has been sent. Saving signs you out on all other devices.",
    submit: "Save new password",
    backToSignIn: "Back to sign-in",
  },
  invitation: {
    title: "Join {{organisation}}",
    lead: "{{inviter}} invites you to join as {{role}}. The invitation was sent to {{email}}.",
    expires: "Valid until {{date}}",
    scopes: "As a member you can: {{scopes}}",
    noScopes: "As a member you can see the organisation's internal information.",
    accept: "Accept invitation",
    acceptNew: "Create account and join",
    newLead: "You have no account yet. Enter your name and a password first.",
    signIn: "Sign in to accept",
    otherAddress:
      "You are signed in as {{current}}, but the invitation was sent to {{email}}. Sign in with the invited address, or ask for a new invitation.",
    closedTitle: "This invitation can no longer be used",
    closed:
      "It may have been accepted, revoked or expired. Ask the person who invited you to send a new one.",
    haveAccountLead: "The invited address already has an account. Please sign in first.",
  },
  flash: {
    welcome: "Welcome, {{name}}.",
    signedIn: "You are signed in.",
    signedOut: "You are signed out.",
    passwordReset: "Your new password is saved. Please sign in.",
    confirmFirst: "Please confirm your address first. A new code has been sent.",
    joined: "You have joined {{organisation}}.",
  },
} satisfies Messages<typeof chinese>;

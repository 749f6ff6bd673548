import type { Messages } from "../messages";
import type { legal as zh } from "../zh-CN/legal";

export const legal: Messages<typeof zh> = {
  termsTitle: "Terms of use",
  termsLead:
    "By using this market you agree to what follows. Before opening to the public, the operator adds its legal name and contact.",
  privacyTitle: "Privacy notice",
  privacyLead: "What we collect, why, for how long, and what your rights are.",
  updated: "Text of 2026-11-22",
  seeAlso: "See also: {{title}}",
  terms: {
    whoTitle: "Who takes part",
    whoText:
      "Anybody may read what is public. Publishing achievements and needs and asking for introductions happens in the name of a verified organisation. A person answers for what they enter; an organisation answers for what its members do within their authority.",
    contentTitle: "What is published",
    contentText:
      "Content must be true and open to checking, hold no state secret and infringe nobody's rights. Readiness is declared by the owner; what was verified is marked as such. Publishing technology without a filed patent can destroy its novelty: make sure before you submit. The operator checks form and obvious faults and does not vouch for the content.",
    dealTitle: "Introductions and deals",
    dealText:
      "Matches are ordered by likeness of public texts and by terms of cooperation; no place can be bought, and they are suggestions only. The two sides judge and contract for themselves; the market is no party and does not take payments at present.",
    recordTitle: "Records and removal",
    recordText:
      "Every step goes into a record that cannot be altered. Listings are confirmed again after 12 months or leave the market by themselves. Reviewers return or take down what breaks the rules, with a reason; owners may correct and submit again.",
    changeTitle: "Changes",
    changeText:
      "Changes are announced at least seven days ahead. If you disagree you may export your data and close your account at any time.",
  },
  privacy: {
    whatTitle: "What we collect",
    whatText:
      "For an account: name, e-mail address or mobile number, an irreversible digest of the password. For real-name verification (voluntary, needed for some steps): kind, number and picture of a document. In use: times of sign-in, network addresses, what you enter and send, which matches you were shown and how you answered.",
    whyTitle: "Why, and on what basis",
    whyText:
      "To open and protect accounts, verify identity, carry out the publications and introductions that you ask for, and keep the records that the law demands. Document numbers are sensitive: they are stored encrypted, visible only to the person who verifies while verifying, and masked in every list.",
    shareTitle: "Who sees it",
    shareText:
      "Public pages show organisations, not persons or their contacts. The other side sees what you write in a conversation only after an introduction was accepted. Nothing goes to third parties or abroad unless the law requires it.",
    pushTitle: "Suggestions and notices",
    pushText:
      "An algorithm suggests matches from the public texts and terms of both sides. What was shown and answered serves to improve matching and to make totals; the other side sees reasons of refusals as totals only. In the notification settings you can ask for suggestions that are not based on you personally, choose how often and at what hours mails come, or unsubscribe with the link in any mail.",
    keepTitle: "How long",
    keepText:
      "While the account exists. After it is closed, data are deleted or made anonymous, except what has become part of records of trade and audit, which the law wants kept for at least three years.",
    rightsTitle: "Your rights",
    rightsText:
      "Under “Account” you can read, correct, export and close. Questions go to the market operator, who answers within fifteen working days.",
  },
};

export const registrationHref = (id: string): string => `/desk/registrations/${id}`;
export const officeCaseHref = (id: string): string => `/office/registrations/${id}`;
export const roomRegistrationHref = (dealId: string): string =>
  `/desk/deals/${dealId}/registration`;

// Made by scripts/web-schema.mjs from the OpenAPI document; do not edit.
export const changePasswordDto = {
  currentPassword: { required: true, minLength: 1, maxLength: 1024 },
  newPassword: { required: true, minLength: 1, maxLength: 1024 },
} as const;

export const confirmRegistrationDto = { token: { required: true, minLength: 1, maxLength: 500 } } as const;

export const endSessionsDto = {
  currentPassword: { required: true, minLength: 1, maxLength: 1024 },
  sessionId: { required: false },
} as const;

export const loginDto = {
  tenant: { required: true, minLength: 1, maxLength: 63 },
  email: { required: true, maxLength: 254 },
  password: { required: true, minLength: 1, maxLength: 1024 },
} as const;

export const passwordLinkDto = { token: { required: true, minLength: 1, maxLength: 500 } } as const;

export const passwordResetDto = {
  token: { required: true, minLength: 1, maxLength: 500 },
  newPassword: { required: true, minLength: 1, maxLength: 1024 },
} as const;

export const passwordResetRequestDto = {
  tenant: { required: true, minLength: 1, maxLength: 63 },
  email: { required: true, maxLength: 254 },
} as const;

export const refreshDto = { refreshToken: { required: true, minLength: 1, maxLength: 500 } } as const;

export const registrationRequestDto = {
  company: { required: true, minLength: 1, maxLength: 200 },
  firstName: { required: false, minLength: 1, maxLength: 100 },
  lastName: { required: true, minLength: 1, maxLength: 100 },
  email: { required: true, maxLength: 254 },
  phone: { required: false, minLength: 1, maxLength: 50 },
  message: { required: false, minLength: 1, maxLength: 2000 },
  language: { required: false },
  privacyAccepted: { required: false },
} as const;

export const updateMeDto = {
  language: { required: false },
  ticketMails: { required: false },
  companyMails: { required: false },
  workMails: { required: false },
} as const;

export const updateWorkMailsDto = {
  unassignedTickets: { required: false },
  myTickets: { required: false },
  inbox: { required: false },
} as const;

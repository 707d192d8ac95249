/** ISTAT code of a municipality: six digits. */
export const ISTAT_CODE = /^\d{6}$/;

export const TERRITORY = {
  maxItems: 2_000,
  max: 6,
  pattern: ISTAT_CODE,
  unique: true,
  description: 'ISTAT municipality codes.',
};

export const WEB_PAGE = { max: 500, pattern: /^https?:\/\/[^\s]{1,490}$/ };
export const EMAIL = { max: 254, pattern: /^[^\s@]{1,64}@[^\s@]{1,189}$/ };
export const PHONE = { max: 30, pattern: /^\+?[0-9 ().-]{4,29}$/ };

/** At most 255 ASCII characters, says OpenID Connect; so nothing looks alike and is not the same. */
export const SUBJECT = /^[\x20-\x7e]{1,255}$/;

/** Reads as one address that a browser or a mail program opens; no other scheme, no relative address, nothing hidden. */
export function isAllowedLink(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}\p{Cf}\p{Co}]+$/iu.test(url);
}

/**
 * The part before the @: words of the characters of RFC 5322 (atext) and of letters of any script (RFC 6531) between
 * single full stops, or any such text in quotation marks. It has neither angle brackets, invisible characters nor the
 * beginning of an encoded word (RFC 2047), of which mail programs would make another address.
 */
const LOCAL_PART =
  /^(?!.*=\?)(?:[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*|"[^"\s\\<>\p{C}]+")$/u;

/** The part after the @: two or more labels of letters, digits and hyphens (RFC 5890); the last is no number. */
const DOMAIN =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+(?!\d+$)[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}]$/u;

/** Whether a text is an e-mail address and nothing else. The lengths are those of RFC 5321, in octets. */
export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  return (
    at > 0 &&
    Buffer.byteLength(local) <= 64 &&
    Buffer.byteLength(text) <= 254 &&
    LOCAL_PART.test(local) &&
    DOMAIN.test(domain)
  );
}

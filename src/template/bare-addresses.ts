import {
  fromMarkdown,
  type CompileContext,
  type Extension as TreeExtension,
  type Options,
  type Token,
} from 'mdast-util-from-markdown';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';

type SyntaxExtension = ReturnType<typeof gfmAutolinkLiteral>;
type Constructs = NonNullable<NonNullable<SyntaxExtension['text']>[number]>;
type Construct = Exclude<Constructs, readonly unknown[]>;

const COLON = 58;
const AT_SIGN = 64;

const TREE_EXTENSION: TreeExtension = {
  enter: {
    literalAutolink(token) {
      this.enter({ type: 'link', title: null, url: '', children: [] }, token);
    },
    literalAutolinkEmail: enterAddress,
    literalAutolinkHttp: enterAddress,
  },
  exit: {
    literalAutolink(token) {
      this.exit(token);
    },
    literalAutolinkEmail(token) {
      this.config.exit['autolinkEmail']?.call(this, token);
    },
    literalAutolinkHttp(token) {
      this.config.exit['autolinkProtocol']?.call(this, token);
    },
  },
};

/**
 * The options of the Markdown parser for addresses that are typed without brackets (GitHub Flavored Markdown, section
 * 6.9): `https://…`, `http://…` and mail addresses become links. `www.…` stays text, because its scheme would be a
 * guess, and so does what looks like a mail address in another address: `@name@example.org`, `xmpp:name@example.org`.
 */
export const BARE_ADDRESSES: Options = {
  extensions: [{ text: Object.fromEntries(Object.entries(gfmAutolinkLiteral().text ?? {}).map(narrowEntry)) }],
  mdastExtensions: [TREE_EXTENSION],
};

function enterAddress(this: CompileContext, token: Token): undefined {
  this.config.enter['autolinkProtocol']?.call(this, token);
}

/** Narrows the constructs that begin with a character, by its code. */
function narrowEntry([code, constructs]: [string, Constructs | undefined]): [string, Construct[]] {
  return [code, [constructs ?? []].flat().filter(isWithScheme).map(narrowPrevious)];
}

function isWithScheme({ name }: Construct): boolean {
  return name !== 'wwwAutolink';
}

/** Lets no mail address follow an at sign or a colon. */
function narrowPrevious(construct: Construct): Construct {
  const { name, previous } = construct;
  if (name !== 'emailAutolink') return construct;
  return {
    ...construct,
    previous(code) {
      return code !== COLON && code !== AT_SIGN && (previous === undefined || previous.call(this, code));
    },
  };
}

/** A bare address: its URL, and the words that show it. */
export interface BareAddress {
  readonly url: string;
  readonly words: string;
}

/**
 * Returns the bare address at the start of a text. Closing quotation marks and other punctuation beyond ASCII at the end,
 * which GFM takes into the address, are not part of it: `https://example.org”`.
 */
export function splitBareAddress(text: string): BareAddress | undefined {
  let end = text.length;
  while (/(?![\0-\x7F])[\p{Pe}\p{Pf}\p{Pi}…،؛؟]/u.test(text[end - 1] ?? '')) end -= 1;
  const [paragraph] = fromMarkdown(text.slice(0, end), BARE_ADDRESSES).children;
  const link = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  const words = link?.type === 'link' ? link.children[0] : undefined;
  return link?.type === 'link' && words?.type === 'text' ? { url: link.url, words: words.value } : undefined;
}

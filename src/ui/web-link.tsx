/**
 * A link to an address that somebody else wrote: only http and https become one, anything else stays
 * words. It opens apart, and tells the other side nothing.
 */
import type { ComponentChildren } from 'preact';

interface WebLinkProps {
  href: string | null;
  children: ComponentChildren;
  /** for words that are an address themselves */
  dir?: 'auto' | 'ltr';
}

export function WebLink({ href, children, dir = 'auto' }: WebLinkProps) {
  const safe = href === null ? null : readWebUrl(href);
  if (safe === null) return <span dir={dir}>{children}</span>;
  return (
    <a href={safe} target="_blank" rel="noopener noreferrer" dir={dir}>
      {children}
    </a>
  );
}

/** @returns the URL, normalised, when it is http(s), else null */
export function readWebUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** An address as people read it: host and path in their own letters; the input where it is no URL. */
export function formatAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname } = new URL(url);
  const path = pathname === '/' ? '' : pathname;
  try {
    return host + decodeURI(path);
  } catch {
    return host + path;
  }
}

/** Which hosts are the machine itself, so that what is sent there passes no network and needs no TLS. */

/** @param hostname as URLs write it */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

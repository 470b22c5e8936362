/** A signed link as an address of this server, whatever name it goes by in the link: the page may play from nowhere else. */
export function ownMediaPath(link: string): string {
  const { pathname, search } = new URL(link);
  const place = pathname.lastIndexOf("/media/");
  return `${pathname.slice(place + 1)}${search}`;
}

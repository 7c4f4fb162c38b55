/** So many of something: `1 badge`, `2 badges`, `0 badges`. `many`: where more than one are not called by an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

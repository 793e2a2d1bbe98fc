/** Whether elements that a press hid are all out of sight. Runs inside the page. */
export function areGone(ids: readonly number[]): boolean {
  return ids.every((id) => {
    const element = qa.at(id);
    return !element?.isConnected || !qa.isSeen(element);
  });
}

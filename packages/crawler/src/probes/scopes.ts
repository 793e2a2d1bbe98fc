/** Which of the selectors match something that is not hidden, by name. Runs inside the page. */
export function scopes(selectors: Readonly<Record<string, string>>): string[] {
  return Object.entries(selectors).flatMap(([name, selector]) => {
    try {
      return qp.all(selector, 200).some((element) => qp.isVisible(element) || qp.isExposed(element))
        ? [name]
        : [];
    } catch {
      // Not known: the criterion is not said to be without object.
      return [name];
    }
  });
}

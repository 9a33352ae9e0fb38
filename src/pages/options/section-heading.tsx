/**
 * The heading of a section, which also takes the focus when the button that had it goes with its row: else
 * the keyboard would start again at the top of the page.
 */

export function SectionHeading({ id, children }: { id: string; children: string }) {
  return (
    <h2 id={id} tabIndex={-1}>
      {children}
    </h2>
  );
}

export function focusSection(id: string): void {
  document.getElementById(id)?.focus();
}

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds wrong with the page as it stands, by WCAG 2.2 AA and its own best practices, one line each. */
export async function accessibilityViolations(page: Page): Promise<readonly string[]> {
  // Legacy mode works inside the page alone: in Electron there is no second tab to work in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

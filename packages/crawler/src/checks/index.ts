import type { Check } from '../check.ts';
import { axe } from './axe.ts';
import { comarquageMention } from './comarquage-mention.ts';
import { deadLink } from './dead-link.ts';
import { documentAccessibility } from './document-accessibility.ts';
import { documentLinks } from './document-links.ts';
import { legalNotice } from './legal-notice.ts';
import { mainHeading } from './main-heading.ts';
import { navigationConsistency } from './navigation-consistency.ts';
import { pageLanguage } from './page-language.ts';
import { pageTitle } from './page-title.ts';
import { searchConsistency } from './search-consistency.ts';
import { sitemapPage } from './sitemap-page.ts';
import { skipLinks } from './skip-links.ts';
import { statement } from './statement.ts';
import { statementMention } from './statement-mention.ts';
import { titleConsistency } from './title-consistency.ts';
import { twoNavigationSystems } from './two-navigation-systems.ts';
import { updateDate } from './update-date.ts';

/** Every check, by id. */
export const checks: readonly Check[] = [
  axe,
  comarquageMention,
  deadLink,
  documentAccessibility,
  documentLinks,
  legalNotice,
  mainHeading,
  navigationConsistency,
  pageLanguage,
  pageTitle,
  searchConsistency,
  sitemapPage,
  skipLinks,
  statement,
  statementMention,
  titleConsistency,
  twoNavigationSystems,
  updateDate,
];

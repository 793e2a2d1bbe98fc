import { replyDue, type FeedbackAnswer, type FeedbackForm as Offer, type Language } from '@qualepref/core';
import { html, nothing, type TemplateResult } from 'lit';
import { replyFacts, type Answers } from './feedback-answers.ts';
import { dayText } from './wording.ts';
import type { FeedbackBodyTexts } from './locales/feedback-body.fr.ts';

type Texts = FeedbackBodyTexts;

/** What the person may expect if the message is sent as it stands, today on the clock of its site. */
export function followsText(texts: Texts, language: Language, offer: Offer, answers: Answers): string {
  const site = offer.sites.find(({ id }) => id === answers.site);
  const calendar = offer.calendars[answers.site];
  const receivedOn = todayAt(site?.timeZone);
  const reply = replyDue(
    { ...replyFacts(answers), receivedOn },
    { delay: offer.delay, calendar: calendar ?? { zone: 'metropole', closings: [] } },
  );
  if (reply.due === null) return texts.noReply[reply.reason];
  const byMail = answers.email.trim() !== '';
  // The days off of a site that is not chosen yet are not known.
  return calendar ? texts.due(byMail, dayText(reply.due, language)) : texts.dueWithin(byMail, offer.delay);
}

/** The services that answer plain requests; without one, how the sites are reached. */
export function requestNote(texts: Texts, { services, sites }: Offer): TemplateResult {
  const known =
    services.length > 0
      ? services
      : sites.map(({ name, phones }) => ({ name, phone: phones?.[0]?.number, page: undefined }));
  return html`<div class="note stack" part="request">
    <h3>${texts.requestTitle}</h3>
    <p>${texts.request}</p>
    <ul>
      ${known.map(
        ({ name, phone, page }) =>
          html`<li>
            ${page === undefined ? name : html`<a href=${page}>${name}</a>`}
            ${phone === undefined ? nothing : html`<br />${texts.phone} ${phoneLink(phone)}`}
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Who answers for the personal data, why, how long, and what one can ask. */
export function privacyNote(texts: Texts, language: Language, { privacy }: Offer): TemplateResult {
  const { controller, keptMonths, officer, page } = privacy;
  return html`<div part="privacy">
    <p>${texts.privacyShort}</p>
    <details>
      <summary>${texts.privacy}</summary>
      <ul>
        ${texts.privacyLines(controller, String(keptMonths), officer).map((line) => html`<li>${line}</li>`)}
      </ul>
      ${page === undefined ? nothing : html`<p><a href=${page}>${texts.privacyMore}</a></p>`}
    </details>
  </div>`;
}

/** The acknowledgement that the law asks for, to read, keep and print. */
export function receipt(
  texts: Texts,
  language: Language,
  { answer, kind, site }: { answer: FeedbackAnswer; kind: 'complaint' | 'suggestion'; site: string },
): TemplateResult {
  const { service } = answer;
  const day = (value: string) => html`<time datetime=${value}>${dayText(value, language)}</time>`;
  return html`<div class="note received stack" part="receipt">
    <h3 id="done" tabindex="-1">${texts.done[kind]}</h3>
    <dl>
      <dt>${texts.reference}</dt>
      <dd translate="no">${answer.reference}</dd>
      <dt>${texts.received}</dt>
      <dd>${day(answer.receivedOn)}</dd>
      <dt>${texts.concerned}</dt>
      <dd lang="fr">${site}</dd>
      <dt>${texts.service}</dt>
      ${
        service
          ? html`<dd lang="fr">${service.name}</dd>
              ${
                service.address === undefined
                  ? nothing
                  : html`<dd class="lines" lang="fr">${service.address}</dd>`
              }
              ${
                service.email === undefined
                  ? nothing
                  : html`<dd><a href="mailto:${service.email}">${service.email}</a></dd>`
              }
              ${service.phone === undefined ? nothing : html`<dd>${texts.phone} ${phoneLink(service.phone)}</dd>`}`
          : html`<dd>${texts.noService}</dd>`
      }
      <dt>${texts.answer}</dt>
      <dd>
        ${
          answer.due === null
            ? texts.noReplyDone[answer.reason ?? 'anonymous']
            : texts.replyBy(dayText(answer.due, language))
        }
      </dd>
    </dl>
    <p>${texts.keep}</p>
  </div>`;
}

function phoneLink(phone: string): TemplateResult {
  return html`<a href="tel:${phone.replaceAll(/[^\d+]/g, '')}">${phone}</a>`;
}

/** ISO day on the clock of a time zone; that of the device when the zone is not known to it. */
function todayAt(timeZone: string | undefined): string {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-CA', { ...options, timeZone }).format(Date.now());
  } catch {
    return new Intl.DateTimeFormat('en-CA', options).format(Date.now());
  }
}

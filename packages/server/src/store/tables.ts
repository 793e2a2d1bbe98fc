import type { AccountRow, JournalRow, RecoveryCodeRow, SessionRow } from './account-tables.ts';
import type {
  AppointmentRow,
  HoldRow,
  OpeningRuleRow,
  PlaceTakenRow,
  ReturningPlaceRow,
  SlotRow,
} from './booking-tables.ts';
import type {
  FeedbackRow,
  MailEntryRow,
  MeasurementRow,
  PublicationRow,
  SuspensionRow,
} from './quality-tables.ts';
import type {
  AuditChunkRow,
  AuditRunRow,
  IdempotencyRow,
  PendingRow,
  RateRow,
  SentMailRow,
  TallyRow,
  UsedChallengeRow,
} from './work-tables.ts';

/** The whole database, as `migrations.ts` makes it; a time is always given and taken as a `Date`. */
export interface Tables {
  opening_rule: OpeningRuleRow;
  slot: SlotRow;
  hold: HoldRow;
  returning_place: ReturningPlaceRow;
  place_taken: PlaceTakenRow;
  appointment: AppointmentRow;
  feedback: FeedbackRow;
  mail_entry: MailEntryRow;
  measurement: MeasurementRow;
  suspension: SuspensionRow;
  publication: PublicationRow;
  account: AccountRow;
  session: SessionRow;
  recovery_code: RecoveryCodeRow;
  idempotency: IdempotencyRow;
  rate: RateRow;
  used_challenge: UsedChallengeRow;
  journal: JournalRow;
  sent_mail: SentMailRow;
  pending: PendingRow;
  tally: TallyRow;
  audit_run: AuditRunRow;
  audit_chunk: AuditChunkRow;
}

package dev.lockkeeper.domain.record;

import java.util.List;

/** What became of {@link Records#report}. */
public sealed interface ReportOutcome {

    /** The reports are stored, and the locks are as the rules want them; in the order of the report. */
    record Reported(List<ReportedRecord> records) implements ReportOutcome {}

    /** The verdicts rest on rules that are in force no longer; nothing was changed. */
    record RulesChanged() implements ReportOutcome {}
}

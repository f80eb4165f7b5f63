package dev.lockkeeper.domain.record;

import dev.lockkeeper.domain.job.Job;

/** What became of {@link ExistingRecords#take}. */
public sealed interface StepOutcome {

    /** The step was taken; this is how the job stands now. */
    record Taken(Job job) implements StepOutcome {}

    /** The verdicts rest on rules that are in force no longer; nothing was changed. */
    record RulesChanged() implements StepOutcome {}

    /** Somebody else has taken the job further, or ended it; nothing was changed. */
    record Overtaken() implements StepOutcome {}
}

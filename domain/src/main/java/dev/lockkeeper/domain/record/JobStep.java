package dev.lockkeeper.domain.record;

import dev.lockkeeper.domain.configuration.RulesVersion;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RuleVerdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a job: verdicts on the next records, of those only that are to change.
 *
 * @param job as it stood before the step
 * @param rules what the verdicts rest on; null when the module has no configuration
 * @param looked how many records the step looked at
 * @param reached the last of them, by which the next step knows where to begin
 */
public record JobStep(
        Job job, @Nullable RulesVersion rules, List<Verdict> verdicts, long looked, RecordId reached, Instant at) {

    /** At most so many verdicts a step: while locks change, nobody else's can. */
    public static final int MAX_VERDICTS = 50;

    public JobStep {
        verdicts = List.copyOf(verdicts);
        if (verdicts.size() > MAX_VERDICTS) {
            throw new IllegalArgumentException("A step changes at most " + MAX_VERDICTS + " locks");
        }
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * A verdict on a record.
     *
     * @param version of the record that was judged: a later report of it has been judged by itself
     */
    public record Verdict(RecordId record, long version, RuleVerdict verdict) {}
}

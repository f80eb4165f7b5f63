package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.job.JobId;
import org.jspecify.annotations.Nullable;

/** What became of {@link Configurations#change}. */
public sealed interface ChangeOutcome {

    /**
     * The change is in force.
     *
     * @param job what follows from it, if anything
     */
    record Changed(@Nullable JobId job) implements ChangeOutcome {}

    /**
     * The configuration was changed or deleted since, or a field that the policy uses has gone or has got another type;
     * nothing was changed.
     */
    record Outdated() implements ChangeOutcome {}
}

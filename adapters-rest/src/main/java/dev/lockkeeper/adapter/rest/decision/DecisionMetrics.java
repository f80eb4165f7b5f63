package dev.lockkeeper.adapter.rest.decision;

import dev.lockkeeper.application.decision.Decide;
import dev.lockkeeper.application.decision.FactFinder;
import dev.lockkeeper.domain.decision.Decision;
import dev.lockkeeper.domain.decision.ReasonCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.annotation.Context;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts decisions and takes their time. All meters are there from the start, since a counter that comes into being with
 * the first decision seems never to have risen, and are looked up only then.
 */
@Context
final class DecisionMetrics {

    /** Why a decision can be a yes, as {@link dev.lockkeeper.domain.decision.AccessRules} has it. */
    private static final Set<ReasonCode> PERMITTING = EnumSet.of(
            ReasonCode.NOT_LOCKED,
            ReasonCode.ACTION_NOT_RESTRICTED,
            ReasonCode.FIELDS_EXCLUDED,
            ReasonCode.PROFILE_EXCLUDED,
            ReasonCode.PORTAL_USERS_NOT_RESTRICTED,
            ReasonCode.MANUAL_LOCK);

    /** Why it can be a no. */
    private static final Set<ReasonCode> DENYING = EnumSet.of(
            ReasonCode.NOT_LOCKED,
            ReasonCode.LOCKED,
            ReasonCode.NO_LOCK_PERMISSION,
            ReasonCode.AUTOMATIC_LOCK,
            ReasonCode.AUTOMATIC_ONLY,
            ReasonCode.ALREADY_LOCKED,
            ReasonCode.UNKNOWN_MODULE);

    /** The least that telling durations apart is of use for, and the most: decisions in memory, and impatience. */
    private static final Duration SHORTEST = Duration.ofNanos(10_000);

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final MeterRegistry meters;
    private final Map<ReasonCode, Counter> permitted;
    private final Map<ReasonCode, Counter> denied;
    private final Counter notKnown;
    private final Counter whileLoading;
    private final Counter whileBehind;
    private final Map<Call, Timer> durations = new EnumMap<>(Call.class);

    DecisionMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.permitted = counters(true, PERMITTING);
        this.denied = counters(false, DENYING);
        this.notKnown = decisions(false, "not_known");
        this.whileLoading = fallbacks("loading");
        this.whileBehind = fallbacks("behind");
        for (Call call : Call.values()) {
            durations.put(call, duration(call));
        }
    }

    /** The calls that decide. */
    enum Call {
        EVALUATION,
        EVALUATIONS,
        ACCESS
    }

    /** Counts a decision, and whether the index could not make it. */
    void count(Decide.Decided decided) {
        Decision decision = decided.decision();
        counter(decision.permitted(), decision.reason()).increment();
        count(decided.source());
    }

    /** Counts where facts came from, for whatever number of decisions. */
    void count(FactFinder.Source source) {
        switch (source) {
            case INDEX -> {}
            case STORE_WHILE_LOADING -> whileLoading.increment();
            case STORE_WHILE_BEHIND -> whileBehind.increment();
        }
    }

    /** Counts a decision that could not be made: a no for whoever heeds nothing else. */
    void countNotKnown() {
        notKnown.increment();
    }

    /** @param began by {@link System#nanoTime} */
    void take(Call call, long began) {
        Timer duration = durations.get(call);
        if (duration != null) {
            duration.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    /** A combination that is not foreseen is counted all the same. */
    private Counter counter(boolean decision, ReasonCode reason) {
        @Nullable Counter known = (decision ? permitted : denied).get(reason);
        return known == null ? decisions(decision, reason.wireName()) : known;
    }

    private Map<ReasonCode, Counter> counters(boolean decision, Set<ReasonCode> reasons) {
        Map<ReasonCode, Counter> counters = new EnumMap<>(ReasonCode.class);
        reasons.forEach(reason -> counters.put(reason, decisions(decision, reason.wireName())));
        return counters;
    }

    private Counter decisions(boolean decision, String reasonCode) {
        return Counter.builder("lockkeeper.decisions")
                .description("Decisions, by what they are and why")
                .tag("decision", Boolean.toString(decision))
                .tag("reason_code", reasonCode)
                .register(meters);
    }

    private Counter fallbacks(String cause) {
        return Counter.builder("lockkeeper.decisions.fallbacks")
                .description("Decisions for which the store was asked, by why the index could not answer")
                .tag("cause", cause)
                .register(meters);
    }

    private Timer duration(Call call) {
        return Timer.builder("lockkeeper.decisions.duration")
                .description("From a request that was read to its answer, before that is written")
                .tag("call", call.name().toLowerCase(Locale.ROOT))
                .publishPercentileHistogram()
                .minimumExpectedValue(SHORTEST)
                .maximumExpectedValue(LONGEST)
                .register(meters);
    }
}

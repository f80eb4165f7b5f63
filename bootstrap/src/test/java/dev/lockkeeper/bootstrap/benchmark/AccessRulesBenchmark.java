package dev.lockkeeper.bootstrap.benchmark;

import static dev.lockkeeper.domain.decision.SampleFacts.BY_OWNER;
import static dev.lockkeeper.domain.decision.SampleFacts.COLLEAGUE;
import static dev.lockkeeper.domain.decision.SampleFacts.SUPPORT;
import static dev.lockkeeper.domain.decision.SampleFacts.locked;
import static dev.lockkeeper.domain.decision.SampleFacts.unlocked;
import static dev.lockkeeper.domain.decision.SampleRestrictions.ALL;
import static dev.lockkeeper.domain.decision.SampleRestrictions.excludeFields;
import static dev.lockkeeper.domain.decision.SampleRestrictions.excludeProfile;
import static dev.lockkeeper.domain.decision.SampleRestrictions.restrict;

import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.decision.AccessRules;
import dev.lockkeeper.domain.decision.Action;
import dev.lockkeeper.domain.decision.Decision;
import dev.lockkeeper.domain.decision.Facts;
import dev.lockkeeper.domain.decision.Restrictions;
import dev.lockkeeper.domain.decision.SampleFacts;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Decides by facts that are there, one branch of the rules in each benchmark. Sampled times have those of a clock's two
 * looks in them, which {@code nothing} shows; averages have not.
 */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AccessRulesBenchmark {

    private static final int HALF = 50;
    private static final int NEARLY_ALL = 99;

    private Restrictions restrictions = restrict(
            excludeProfile(excludeFields(ALL, "City", "Phone", "Annual_Revenue"), SUPPORT),
            new CustomButton("901", "Approve"),
            new CustomButton("902", "Print"),
            new CustomButton(null, "Export"));

    private Facts unlocked = unlocked(restrictions, COLLEAGUE);
    private Facts locked = locked(restrictions, BY_OWNER, COLLEAGUE);
    private Facts lockedForOthers = locked(restrictions, BY_OWNER, SampleFacts.STRANGER);

    private Action update = new Action.Update(List.of("City", "Email", "Company"));
    private Action delete = new Action.Perform(RestrictedAction.DELETE);
    private Action press = new Action.Press(new CustomButton(null, "Export"));
    private Action lock = new Action.Lock();

    /** What measuring itself takes. */
    @Benchmark
    public Facts nothing() {
        return locked;
    }

    @Benchmark
    public Decision notLocked() {
        return AccessRules.decide(unlocked, update);
    }

    /** Refused, with lists of the fields that it may change and of those that it may not. */
    @Benchmark
    public Decision lockedUpdateOfThreeFields() {
        return AccessRules.decide(locked, update);
    }

    @Benchmark
    public Decision excludedProfile() {
        return AccessRules.decide(lockedForOthers, delete);
    }

    /** Refused for the last of three buttons. */
    @Benchmark
    public Decision customButton() {
        return AccessRules.decide(locked, press);
    }

    @Benchmark
    public Decision lock() {
        return AccessRules.decide(unlocked, lock);
    }

    /** Runs everything and prints what it found. */
    static void run() throws RunnerException {
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(AccessRulesBenchmark.class.getSimpleName())
                        .addProfiler("gc")
                        .build())
                .run()) {
            System.out.println(line(result));
        }
    }

    private static String line(RunResult result) {
        Result<?> times = result.getPrimaryResult();
        if (result.getParams().getMode() == Mode.SampleTime) {
            return "%s: p50 %.0f ns, p99 %.0f ns"
                    .formatted(
                            times.getLabel(),
                            times.getStatistics().getPercentile(HALF),
                            times.getStatistics().getPercentile(NEARLY_ALL));
        }
        Result<?> allocated =
                Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"));
        return "%s: %.1f ns on average, %.3f bytes each"
                .formatted(times.getLabel(), times.getScore(), allocated.getScore());
    }
}

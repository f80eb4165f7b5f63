package dev.lockkeeper.bootstrap.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The processor time that service, database and generator have taken so far, in seconds, as Linux says in {@code /proc};
 * not known elsewhere.
 *
 * @param at when, by {@link System#nanoTime}
 * @param database of the postmaster and all that it started
 * @param generator of this process and of all children that have ended: of pgbench as well
 */
record ProcessorTime(long at, double service, double database, double generator) {

    private static final Path PROC = Path.of("/proc");
    private static final boolean KNOWN = Files.exists(PROC.resolve("self/stat"));

    /** In a second; the same on every machine, whatever the kernel's own clock does. */
    private static final double TICKS = 100;

    /** Where user and system time stand behind the name of the program, and behind them those of children that ended. */
    private static final int OWN = 11;

    private static final double NANOS = 1e9;
    private static final double HUNDRED = 100;

    /**
     * How much of all cores was taken meanwhile, 1 being all of all of them.
     *
     * <p>Not known is {@link Double#NaN}.
     */
    record Shares(double service, double database, double generator) {

        @Override
        public String toString() {
            return "service %s, database %s, generator %s"
                    .formatted(percent(service), percent(database), percent(generator));
        }

        /** As a figure of a table. */
        static String percent(double share) {
            return Double.isNaN(share) ? "–" : "%.0f %%".formatted(HUNDRED * share);
        }
    }

    static ProcessorTime now(ProcessHandle service, ProcessHandle database) {
        return now(List.of(service), database);
    }

    /** Of several services together. */
    static ProcessorTime now(List<ProcessHandle> services, ProcessHandle database) {
        double together = services.stream().mapToDouble(ProcessorTime::ofTree).sum();
        return new ProcessorTime(System.nanoTime(), together, ofTree(database), ofThisProcess());
    }

    Shares sharesUntil(ProcessorTime later) {
        double available = (later.at - at) / NANOS * Runtime.getRuntime().availableProcessors();
        return new Shares(
                (later.service - service) / available,
                (later.database - database) / available,
                (later.generator - generator) / available);
    }

    /**
     * The ticks of a process so far.
     *
     * @param own its own
     * @param ended those of children that it has seen the end of, and of theirs
     */
    private record Ticks(long own, long ended) {

        static final Ticks NONE = new Ticks(0, 0);

        static Ticks of(ProcessHandle process) {
            try {
                String stat = Files.readString(PROC.resolve(process.pid() + "/stat"));
                String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                return new Ticks(sum(behindName, OWN), sum(behindName, OWN + 2));
            } catch (IOException e) {
                if (process.isAlive()) {
                    throw new UncheckedIOException(e);
                }
                // It has just ended, and its time counts among its parent's.
                return NONE;
            }
        }

        private static long sum(String[] numbers, int first) {
            return Long.parseLong(numbers[first]) + Long.parseLong(numbers[first + 1]);
        }

        long all() {
            return own + ended;
        }
    }

    private static double ofTree(ProcessHandle root) {
        if (!KNOWN) {
            return Double.NaN;
        }
        Ticks ofRoot = Ticks.of(root);
        while (true) {
            long ofOthers = root.descendants()
                    .mapToLong(process -> Ticks.of(process).all())
                    .sum();
            Ticks again = Ticks.of(root);
            // Else a process that ended meanwhile would be missing, or counted twice.
            if (again.ended() == ofRoot.ended()) {
                return (again.all() + ofOthers) / TICKS;
            }
            ofRoot = again;
        }
    }

    private static double ofThisProcess() {
        return KNOWN ? Ticks.of(ProcessHandle.current()).all() / TICKS : Double.NaN;
    }
}

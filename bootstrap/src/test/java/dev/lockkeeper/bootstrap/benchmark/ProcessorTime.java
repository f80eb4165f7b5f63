package dev.lockkeeper.bootstrap.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;

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

    /** User and system time of the process, and of its children that have ended, behind the name of the program. */
    private static final int FIRST_TIME = 12;

    private static final int TIMES = 4;
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
        return new ProcessorTime(System.nanoTime(), ofTree(service), ofTree(database), of(ProcessHandle.current()));
    }

    Shares sharesUntil(ProcessorTime later) {
        double available = (later.at - at) / NANOS * Runtime.getRuntime().availableProcessors();
        return new Shares(
                (later.service - service) / available,
                (later.database - database) / available,
                (later.generator - generator) / available);
    }

    private static double ofTree(ProcessHandle root) {
        return of(root) + root.descendants().mapToDouble(ProcessorTime::of).sum();
    }

    private static double of(ProcessHandle process) {
        if (!KNOWN) {
            return Double.NaN;
        }
        try {
            String stat = Files.readString(PROC.resolve(process.pid() + "/stat"));
            String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return LongStream.of(Arrays.stream(behindName, FIRST_TIME - 1, FIRST_TIME - 1 + TIMES)
                                    .mapToLong(Long::parseLong)
                                    .toArray())
                            .sum()
                    / TICKS;
        } catch (NoSuchFileException e) {
            // It has just ended, and its time counts among its parent's now.
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

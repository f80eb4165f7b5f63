package dev.lockkeeper.bootstrap.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What a benchmark runs on. */
final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final double KIB_IN_GIB = 1024 * 1024;

    private Machine() {}

    /** Cores, memory, system, Java and load, in a few words. */
    static String describe() throws IOException {
        return "%d cores (%s), %s, %s %s, Java %s (%s), load average %.1f before the run"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        value(PROCESSORS, "model name").orElse(System.getProperty("os.arch")),
                        value(MEMORY, "MemTotal").map(Machine::gib).orElse("memory not known"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.version"),
                        System.getProperty("java.vendor"),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String gib(String kib) {
        return "%.0f GiB".formatted(Long.parseLong(kib.replaceAll("[^0-9]", "")) / KIB_IN_GIB);
    }

    private static Optional<String> value(Path file, String name) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        }
    }
}

package dev.lockkeeper.bootstrap.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has in memory, as Linux says in {@code /proc}. */
final class Memory {

    private static final String RESIDENT = "VmRSS:";
    private static final double KIB_IN_MIB = 1024;

    private Memory() {}

    /** In MiB, or a dash where it is not known. */
    static String resident(ProcessHandle process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return "–";
        }
        String line = Files.readAllLines(status).stream()
                .filter(each -> each.startsWith(RESIDENT))
                .findFirst()
                .orElseThrow();
        return "%.0f MiB".formatted(Long.parseLong(line.replaceAll("[^0-9]", "")) / KIB_IN_MIB);
    }
}

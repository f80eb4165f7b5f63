package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.bootstrap.e2e.ServiceProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** What the decision index of a service takes: the time to read it, and heap. */
final class IndexInMemory {

    private static final Pattern READ =
            Pattern.compile("([0-9]+) locks up to revision [0-9]+ were read .* in ([0-9]+) ms");
    private static final int COLLECTIONS = 5;

    private final ServiceProcess service;

    IndexInMemory(ServiceProcess service) {
        this.service = service;
    }

    /** Waits until the locks have been read for the first time. */
    MatchResult read() {
        return READ.matcher(service.await(output -> READ.matcher(output).find()))
                .results()
                .findFirst()
                .orElseThrow();
    }

    /** The heap in use behind a collection; the least of several, since the collector counts its regions as a whole. */
    long heap() {
        return LongStream.generate(this::heapNow).limit(COLLECTIONS).min().orElseThrow();
    }

    private long heapNow() {
        collect();
        return new Metrics(service.client().unchecked()).heap();
    }

    private void collect() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process = new ProcessBuilder(
                            jcmd, Long.toString(service.handle().pid()), "GC.run")
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(printed);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("Nothing was collected", e);
        }
    }
}
